import { useCatalog } from "@/components/ui/words/use-catalog";
import { PasswordField } from "./password-field";

type NewPasswordFieldProps = { name: "password" | "newPassword"; label: string; error?: string };

/** A password that somebody makes up. */
export function NewPasswordField(props: NewPasswordFieldProps) {
  const { auth } = useCatalog();
  return <PasswordField {...props} help={auth.passwordHelp(8)} autoComplete="new-password" />;
}
