export type ChatBot = { id: string; name: string; botName: string };
