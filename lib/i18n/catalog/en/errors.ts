import type { errors as source } from "../zh-TW/errors";

export const errors: typeof source = {
  byCode: {
    bad_request: "What was sent couldn’t be read. Reload the page and try again.",
    invalid_input: "Some fields need a change. Look at the ones marked.",
    unauthenticated: "Your session has ended. Sign in again, then repeat what you just did.",
    forbidden: "Your role can’t do this. Ask an owner of the team to do it, or to change your role.",
    not_found: "This couldn’t be found and may have been deleted. Look in the list again.",
    method_not_allowed: "This address doesn’t take such a request. Use the page instead.",
    conflict: "Someone has just changed the same thing. Reload and make your change again.",
    rate_limited: "Too many attempts in a short time. Wait a little, then try again.",
    internal:
      "The fault is ours and it wasn’t done. Try again; if it keeps failing, tell the person who runs this site.",
    unavailable: "The service can’t be reached, so it wasn’t done. Try again in a moment.",
  },
  retryIn: (seconds) =>
    seconds < 60
      ? `Too many attempts. Try again in ${seconds} seconds.`
      : `Too many attempts. Try again in ${Math.ceil(seconds / 60)} minutes.`,
  byReason: {
    wrong_credentials: "The email or the password is wrong. Check both, capitals included, and try again.",
    wrong_password: "The current password is wrong, so nothing was changed. Enter it again.",
    email_taken: "This email can’t be used to sign up. If you already have an account, sign in.",
    weak_password: "This password is easy to guess. Choose a longer one.",
    same_password: "The new password is the current one. Choose a different one.",
    signup_closed: "This site doesn’t take sign-ups. Ask the owner of a team to invite you.",
    invite_required: "Signing up takes an invitation link. Ask the owner of your team for one.",
    invite_invalid: "This invitation has expired, was used, or was withdrawn. Ask for a new one.",
    invite_ended:
      "Whoever invited you has left the team or is no longer an owner. Ask one of its owners to invite you again.",
    invite_other_email: "This invitation is for another email. Sign in with that account.",
    link_invalid: "This link has expired or was used. Ask the person who runs this site for another.",
    last_owner:
      "A team needs at least one owner, so this can’t be changed. Make someone else an owner first.",
    already_member: "This person is already in the team. No invitation is needed.",
    name_mismatch: "The name typed is different, so nothing was deleted. Type it as shown.",
    edited_elsewhere: "Someone has just changed this, so it wasn’t saved. Reload, look, and edit again.",
    too_many_bots: "You’ve reached the number of bots. Delete one you don’t use first.",
    too_many_documents:
      "You’ve reached the number of documents. Delete some you don’t use, or join short ones together.",
    document_empty: "The document has no text, so it wasn’t saved. Write something.",
    document_too_long: "The document is too long, so it wasn’t saved. Split it into several.",
    origin: "This request didn’t come from this site, so it wasn’t done. Use the pages here.",
  },
  byField: {
    required: "This is needed.",
    too_short: "Too short. Write a little more.",
    too_long: "Too long. Shorten it a little.",
    invalid_email: "This doesn’t look like an email. Check it for a slip.",
    invalid_color: "Use # and six digits, such as #0d5a5b.",
    invalid_url: "Use a whole address that starts with https://.",
    invalid_position: "Choose a corner.",
    invalid_choice: "Choose one of the options.",
    password_too_short: "This password is too short. Make it longer.",
    password_too_long: "This password is too long. Make it shorter.",
    wrong_password: "The password is wrong.",
    same_password: "This is the current password. Choose another.",
    mismatch: "This is different. Type it as shown.",
    weak_password: "This password is easy to guess. Choose another.",
    email_taken: "This email can’t be used to sign up.",
    too_many_suggestions: "Too many questions. Keep the 4 that are asked most.",
    suggestion_too_long: "One of the questions is too long: at most 60 characters each.",
    invalid: "This can’t be used. Change it.",
  },
};
