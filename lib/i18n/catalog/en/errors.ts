import type { errors as source } from "../zh-TW/errors";

export const errors: typeof source = {
  byCode: {
    bad_request: "What was sent couldn’t be read. Reload the page and try again.",
    invalid_input: "Some fields need a change. Look at the ones marked.",
    unauthenticated:
      "Your session has ended, so it wasn’t done. Sign in in a new tab, then come back and press again.",
    forbidden: "Your role can’t do this. Ask an owner of the team to do it, or to change your role.",
    limit_exceeded: "You’ve reached the limit, so it wasn’t done. Delete what you don’t use first.",
    not_found: "This couldn’t be found and may have been deleted. Look in the list again.",
    method_not_allowed: "This address doesn’t take such a request. Use the page instead.",
    content_too_large: "This is longer than the server takes. Make it shorter.",
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
    link_invalid: "This link has expired or was used. Ask for a new one.",
    file_too_large: "The file is too large, so it was not stored. Make it smaller or split it.",
    mail_none: "This site sends no mail. The person who runs it has to set SMTP_URL and MAIL_FROM.",
    mail_unreachable:
      "The mail server can’t be reached, so nothing was sent. Check the host and port in SMTP_URL, and the firewall.",
    mail_timed_out:
      "The mail server took too long, so nothing was sent. Check the port in SMTP_URL (smtps is usually 465, smtp 587) and try again.",
    mail_hung_up:
      "The mail server hung up, so it may or may not be sent. Look in your inbox, then try again; if that doesn’t help, check the port.",
    mail_tls:
      "No encrypted connection to the mail server was possible, so nothing was sent. Use smtps:// for port 465 and smtp:// for 587, and check the certificate.",
    mail_login:
      "The mail server refused the user or password, so nothing was sent. Check them in SMTP_URL; special characters are percent-encoded.",
    mail_later: "The mail server wants it later, so this mail was not sent. Try again in some minutes.",
    mail_refused:
      "The mail server refused the mail. Check that this account may send from MAIL_FROM, and that the recipient’s address exists.",
    mail_address: "No mail can be sent to this address, so none was. Check it for typos.",
    mail_failed: "The mail was not sent. The server’s log has the reason: ask the person who runs it.",
    storage_unreachable:
      "The place for files can’t be reached. Check S3_ENDPOINT, and that the server there is running.",
    storage_timed_out:
      "The place for files took too long. Try again; if that doesn’t help, check S3_ENDPOINT and the network.",
    storage_tls:
      "No encrypted connection to the place for files was possible. Check whether S3_ENDPOINT is http or https, and its certificate.",
    storage_login: "S3 refused the keys. Check S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.",
    storage_clock: "This machine’s clock is too far from S3’s, so it refused. Set the clock.",
    storage_bucket: "There is no such bucket. Check S3_BUCKET, or make it first.",
    storage_region:
      "The region or the address is wrong. Check that S3_REGION and S3_ENDPOINT belong to this bucket.",
    storage_full: "The place for files is full. Make room there, or take a larger one.",
    storage_denied:
      "The place for files can’t be read or written. Give this user or key the right to read, write and delete.",
    storage_failed: "The file was not stored. The server’s log has the reason: ask the person who runs it.",
    last_owner:
      "A team needs at least one owner, so this can’t be changed. Make someone else an owner first.",
    already_member: "This person is already in the team. No invitation is needed.",
    picture_too_large: "The picture is too large, so it was not sent. Make it smaller.",
    picture_type: "This is no picture that can be sent. Choose a JPEG, PNG, WebP or GIF.",
    picture_pixels: "The picture is too large: at most 24 million pixels. Make it smaller.",
    picture_broken:
      "The picture can’t be opened, so it was not sent. Choose another, or send a screenshot of it.",
    chat_taken:
      "Somebody else has this chat now. To have something said, talk to them; what you typed is still here.",
    chat_closed:
      "This chat is closed, so nothing was sent. To reply, take it and send again; your words are still here.",
    chat_not_taken:
      "You don’t have this chat any more, so nothing was sent. Take it and send again; your words are still here.",
    snooze_closed: "This chat is closed, so there is nothing to snooze. To come back to it, take it first.",
    snooze_malformed: "We can’t read this time, so nothing was snoozed. Choose a day and a time.",
    snooze_past: "This time has passed, so nothing was snoozed. Choose one that is still to come.",
    snooze_far: "This is more than a year ahead, so nothing was snoozed. Choose an earlier time.",
    edited_elsewhere:
      "Someone has just changed the same thing, so it isn’t saved yet. Choose at the fields marked, then save.",
    part_changed:
      "This text has changed meanwhile (corrected, read again or published), so it isn’t saved yet. Your words are still here: copy them, reload the page and correct again.",
    acts_elsewhere:
      "You changed the account or team in another tab, so nothing was done. Change back there and try again, or reload this page.",
    chat_assigned:
      "Who has the chat changed just now, so it was not given away. See who has it, then decide again.",
    too_many_tags: "A chat has 20 tags at most. Remove one first.",
    too_many_team_tags:
      "A team has 200 different tags at most. Use one of them, or remove one that you don’t need from its chats.",
    too_many_document_tags: "A document has 20 tags at most. Remove one first.",
    too_many_bot_tags:
      "A bot’s documents have 200 different tags at most. Use one of them, or remove one that you don’t need.",
    too_many_keys: "A team has 50 keys at most. Revoke one you don’t use first.",
    too_many_replies: "A team has 200 ready replies at most. Delete one you don’t use first.",
    too_many_bots: "You’ve reached the number of bots. Delete one you don’t use first.",
    too_many_documents:
      "You’ve reached the number of documents. Delete some you don’t use, or join short ones together.",
    too_many_files:
      "There are as many files as there may be. Remove unpublished ones, or delete documents you don’t need.",
    too_many_addresses: "There are as many addresses as there may be (100). Remove some you don’t need.",
    plan_over:
      "The team’s plan is over, so nothing new was added. All that was there stays. To go on, ask whoever runs this server for more time.",
    plan_bots:
      "The plan has no room for another bot. Delete one you don’t use, or ask whoever runs this server for another plan.",
    plan_documents:
      "The plan has no room for more documents. Delete some you don’t use, or ask whoever runs this server for another plan.",
    plan_characters:
      "With this the documents would be longer than the plan allows, so it was not saved. Shorten it, or ask whoever runs this server for another plan.",
    plan_seats:
      "Members and open invitations fill the plan’s seats, so nobody was invited. Remove some, or ask whoever runs this server for another plan.",
    plan_retention:
      "The plan doesn’t keep chats that long, so it was not saved. Choose fewer days, or ask whoever runs this server for another plan.",
    team_full:
      "This team has no seat left, so you can’t join yet. Ask whoever invited you to make room, then open the link again.",
    offline: "You’re offline, so it wasn’t done. Nothing is lost: press again when you’re back.",
    unreachable:
      "The server can’t be reached, so it wasn’t done. Nothing is lost: check the connection and press again.",
    server_away:
      "The server didn’t answer properly, so it may not be done. Nothing is lost: press again in a moment.",
    form_too_large:
      "It’s larger than the server takes, so it wasn’t done. Shorten it or split it up, then press again.",
    page_outdated:
      "The site was updated and this page is still the old one, so it wasn’t done. Reload, then press again.",
    origin: "This request didn’t come from this site, so it wasn’t done. Use the pages here.",
    no_team: "This account is in no team any more. Ask the owner of your team to invite you again.",
    left_team:
      "You’re no longer in this team, so it wasn’t done. Ask the owner of the team to invite you again.",
    address_malformed: "This isn’t a whole address. Paste one that starts with https://.",
    address_refused: "This address isn’t a public site, so it wasn’t read. Use one that anyone can open.",
    redirected_too_often:
      "This address keeps sending on to others, so it wasn’t read. Paste the address of the last page.",
    fetch_too_large:
      "What is at this address is too large, so it wasn’t read. Use a smaller page, or paste the text.",
    fetch_timed_out: "That site took too long to answer. Try again in a moment.",
    fetch_failed: "That site can’t be reached. Check the address, or try again in a moment.",
  },
  byField: {
    required: "This is needed.",
    unknown: "There is no such field.",
    too_short: (least, length) => `At least ${say(least)} characters, now ${say(length)}.`,
    too_long: (most, length) => `At most ${say(most)} characters, now ${say(length)}.`,
    invalid_email: "This doesn’t look like an email. Check it for a slip.",
    invalid_color: "Use # and six digits, such as #0d5a5b.",
    invalid_url: "Use a whole address that starts with https://.",
    invalid_position: "Choose a corner.",
    invalid_choice: "Choose one of the options.",
    invalid_pixels: "Write two or four whole numbers from 0 to 400, e.g. 20 96.",
    invalid_hours:
      "We can’t read these hours. Write them like 09:00-12:00, 13:30-18:00; leave a day off empty.",
    wrong_password: "The password is wrong.",
    same_password: "This is the current password. Choose another.",
    mismatch: "This is different. Type it as shown.",
    weak_password: "This password is easy to guess. Choose another.",
    too_many_suggestions: (most, count) => `At most ${most} questions, now ${count}. Keep those asked most.`,
    suggestion_too_long: (most, length) => `At most ${most} characters each; one now has ${length}.`,
    too_many_wordings: (most, count) => `At most ${most} lines, now ${count}.`,
    lone_wording: (_least, line) =>
      `Line ${line} has one word only. Add another after a comma, such as “hamper, gift box”.`,
    too_many_in_line: (most, line) => `Line ${line} has too many words. At most ${most} in a line.`,
    wording_length: (most, line) =>
      `A word in line ${line} is too short or too long. Each has 2 to ${most} characters.`,
    invalid_special_day: (_least, line) =>
      `We can’t read line ${line}. Begin with the date, like 2027-02-05~2027-02-10 New Year.`,
    invalid: "This can’t be used. Change it.",
  },
};

function say(count: number): string {
  return count.toLocaleString("en");
}
