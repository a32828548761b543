/** How many chats the list shows at first, and how many each further page adds. */
export const chatPageSize = 200;
