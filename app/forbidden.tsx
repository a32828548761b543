import { ForbiddenMessage } from "@/components/shell/place-messages";

/** Around the whole page; Next's own would be in each page's HTML, drawn. */
export default function Forbidden() {
  return (
    <main>
      <ForbiddenMessage />
    </main>
  );
}
