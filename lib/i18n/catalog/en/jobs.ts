import type { jobs as source } from "../zh-TW/jobs";

export const jobs: typeof source = {
  title: "Background jobs",
  description:
    "What takes a while, and notices to people, run in the background. Most of what fails is tried again by itself; here you try it at once.",
  none: "No background jobs yet. Indexing documents by meaning and mailing invitations show their progress here.",
  parts: { failed: "Failed", open: "Running and waiting", done: "Done lately" },
  nothingOpen: "Nothing runs or waits right now.",
  count: (count) => (count === 1 ? "1 job" : `${count} jobs`),
  shownOf: (shown, count) => `The newest ${shown} of ${count}`,
  names: {
    "embed-bot": "Indexing documents by meaning",
    "read-source": "Reading a file",
    "publish-source": "Publishing what a file says",
    "fetch-source": "Reading web pages",
    "deliver-outbox": "Sending a notice",
    "invite-mail": "Mailing an invitation",
    "reply-mail": "Mailing replies that a visitor’s page didn’t show",
    other: "Background job",
  },
  states: { waiting: "Waiting", running: "Running", done: "Done", failed: "Failed" },
  waitsForRetry: "Will retry",
  progress: (done, total) => `${done} of ${total}`,
  enqueued: (time) => `queued ${time}`,
  started: (time) => `started ${time}`,
  ended: (time) => `ended ${time}`,
  nextTry: (time) => `next try ${time}`,
  tries: (count) => (count === 1 ? "tried once" : `tried ${count} times`),
  retry: "Retry now",
  retryLabel: (name) => `Retry now: ${name}`,
  retried: "Queued, retrying now",
  faults: {
    internal: "Something went wrong on our side; the server’s log says what. Ask whoever runs the server.",
    cut_off: "The server stopped several times half-way, so it’s no longer tried by itself.",
    bad_job: "This version can’t read the job. The server may have been upgraded just now: try once more.",
    store_away: "A service it needs can’t be reached right now.",
    model_rate_limited: "The model service says there are too many requests, or no quota is left.",
    model_key_refused:
      "The model service refuses the key. Ask whoever runs the server to check the settings.",
    model_request_refused:
      "The model service refuses the model’s name or address. Ask whoever runs the server to check the settings.",
    model_wrong_address:
      "What answers at the model’s address is no model service. Ask whoever runs the server whether OPENAI_BASE_URL is right: most end in /v1.",
    model_unavailable: "The model service can’t be reached, or fails itself.",
    model_timed_out: "The model service took too long.",
    model_broken: "What the model service gave can’t be used.",
    model_empty: "The model service gave nothing.",
    mail_none:
      "This site is not set up to send mail now. Ask whoever runs the server to set SMTP_URL and MAIL_FROM.",
    mail_unreachable: "The mail server can’t be reached.",
    mail_timed_out: "The mail server took too long.",
    mail_hung_up: "The mail server hung up half-way, so the mail may or may not have gone out.",
    mail_tls:
      "No encrypted connection to the mail server. Ask whoever runs the server to check settings and certificate.",
    mail_login:
      "The mail server refuses the name or password. Ask whoever runs the server to check the settings.",
    mail_later: "The mail server wants it later.",
    mail_refused:
      "The mail server refuses this mail, so it’s no longer tried by itself. Check the address for typos; if it is right, whoever runs the server finds why in the log.",
    mail_address:
      "No mail can be sent to this address, so it’s no longer tried by itself. Check it for typos.",
    mail_failed: "The mail was not sent; the server’s log says why. Ask whoever runs the server.",
  },
};
