import { Message, type MessageProps } from "./message";

/** A page of its own that says one thing: not found, failed. Inside the dashboard `Message` stands alone. */
export function MessagePage(props: MessageProps) {
  return (
    <main>
      <Message {...props} />
    </main>
  );
}
