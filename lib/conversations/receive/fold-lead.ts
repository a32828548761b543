import { fold } from "@/lib/language/words/fold";

export type LeadFacts = {
  name: string | null;
  phone: string | null;
  email: string | null;
  question: string | null;
  domain: string | null;
};

/** UTF-16 units: a number is shorter. */
const longest = 100;

/** What is known of a lead in the form in which the search compares it; a number also by its digits alone. */
export function foldLead({ name, phone, email, question, domain }: LeadFacts): string {
  const numbers = phone === null ? [] : [phone, digitsOf(phone)];
  return fold([name, email, domain, ...numbers, question].filter((fact) => fact).join(" · "));
}

/** A number's digits, Taiwan's as it is dialled at home: `+886 912-345-678` and `0912 345 678` are the same. */
export function digitsOf(phone: string): string {
  return phone
    .slice(0, longest)
    .normalize("NFKC")
    .replace(/\D/gu, "")
    .replace(/^886(?=[2-9])/, "0");
}
