import { Mark } from "./mark";

type WordmarkProps = { className?: string };

export function Wordmark({ className = "" }: WordmarkProps) {
  return (
    <span className={`inline-flex items-center gap-2 font-semibold whitespace-nowrap ${className}`}>
      <Mark className="size-5 text-accent" />
      <span>
        Dawen <span lang="zh-TW">答問</span>
      </span>
    </span>
  );
}
