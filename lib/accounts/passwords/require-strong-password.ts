import { AppError } from "@/lib/errors";

// The commonest of eight characters or more in published breach lists, and what people type here instead.
const common = new Set(
  `12345678 123456789 1234567890 0123456789 87654321 987654321 9876543210 11111111 00000000 88888888 12341234
  11223344 123123123 1q2w3e4r 1q2w3e4r5t 1qaz2wsx qwertyui qwertyuiop qwerty12 qwerty123 asdfghjkl zaq12wsx password
  password1 password12 password123 passw0rd p@ssw0rd p@ssword iloveyou sunshine princess football baseball superman
  trustno1 whatever starwars computer michelle jennifer letmein1 welcome1 abcd1234 abc12345 a1234567 a12345678
  aa123456 aa12345678 admin123 admin1234 administrator changeme changeme1 test1234 testtest demo1234 taiwan123`.split(
    /\s+/,
  ),
);

/**
 * Refuses a password that anyone would try first: one of the commonest, one character over and over, or the account's
 * own address. Throws AppError `invalid_input`, reason `weak_password`, naming the form field.
 */
export function requireStrongPassword(password: string, email: string, field: string): void {
  const folded = password.normalize("NFKC").trim().toLowerCase();
  const [mailbox] = email.split("@");
  const isWeak = common.has(folded) || new Set(folded).size <= 2 || folded === email || folded === mailbox;
  if (isWeak) {
    throw new AppError("invalid_input", "password is too easy to guess", {
      reason: "weak_password",
      fields: { [field]: { fault: "weak_password" } },
    });
  }
}
