import Link from "next/link";
import { ArrowLeft } from "@/components/ui/icons";

/** To the list that the page came from. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <Link
      href={href}
      className="-ml-1 inline-flex w-fit items-center gap-1 rounded-control px-1 py-0.5 text-sm text-ink-soft hover:text-ink"
    >
      <ArrowLeft aria-hidden className="size-4" />
      {label}
    </Link>
  );
}
