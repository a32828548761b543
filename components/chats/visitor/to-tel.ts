/** The address by which a phone calls a number that was said: `tel:0223456789;ext=12` for `(02) 2345-6789 #12`. */
export function toTel(phone: string): string {
  const [number = "", extension] = phone.split(/#|[^\d\s()+-]+/u);
  const digits = number.replace(/[^\d+]/gu, "");
  return extension?.trim() ? `tel:${digits};ext=${extension.trim()}` : `tel:${digits}`;
}
