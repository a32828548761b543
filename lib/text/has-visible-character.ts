/** False for text of nothing but white space, control and other invisible characters. */
export function hasVisibleCharacter(text: string): boolean {
  return /[^\p{White_Space}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}
