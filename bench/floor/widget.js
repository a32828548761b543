// The floor of bench:widget: the least that speaks the contract, as one would write it by hand in an afternoon.
(() => {
  const { src, dataset } = document.currentScript;
  const { token } = dataset;
  const api = `${new URL(src).origin}/api/widget/`;
  const post = (path, body) =>
    fetch(api + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, ...body }),
    });

  fetch(`${api}config?token=${token}`)
    .then((response) => response.json())
    .then(({ success, config }) => success && draw(config));

  function draw({ primary_color, position, bot_name, welcome, placeholder, enabled }) {
    const host = document.createElement("floor-widget");
    const root = host.attachShadow({ mode: "open" });
    const [y, x] = [position[0] === "t" ? "top" : "bottom", position[1] === "l" ? "left" : "right"];
    root.innerHTML = `<style>
      .launcher, [role=dialog] { position: fixed; ${y}: 20px; ${x}: 20px; z-index: 2147483647; border: 0; font: 15px/1.5 system-ui }
      .launcher { width: 56px; height: 56px; border-radius: 50%; color: #fff; background: ${primary_color}; cursor: pointer }
      [role=dialog] { ${y}: 88px; width: 360px; height: 520px; max-width: calc(100vw - 40px); max-height: calc(100vh - 108px);
        display: flex; flex-direction: column; border-radius: 12px; background: #fff; color: #222; box-shadow: 0 8px 30px #0003 }
      [hidden] { display: none !important }
      h2 { margin: 0; padding: 12px 16px; font-size: 16px; border-bottom: 1px solid #ddd }
      [role=log] { flex: 1; overflow-y: auto; padding: 12px }
      .bubble { width: fit-content; max-width: 80%; margin: 0 0 8px; padding: 8px 12px; border-radius: 12px; background: #eee; white-space: pre-wrap }
      .mine { margin-left: auto; color: #fff; background: ${primary_color} }
      form { display: flex; gap: 8px; padding: 12px; border-top: 1px solid #ddd }
      textarea { flex: 1; font: inherit; resize: none }
    </style>
    <button class="launcher" aria-label="Chat">
      <svg viewBox="0 0 24 24" width="24" fill="none" stroke="currentColor" stroke-width="2"><path d="M21 12a8 8 0 0 1-8 8H3l2-4a8 8 0 1 1 16-4z"/></svg>
    </button>
    <div role="dialog" hidden><h2></h2><div role="log"></div><form><textarea rows="1" maxlength="300"></textarea><button>送出</button></form></div>`;
    const [launcher, panel, title, log, form, input] = [
      ".launcher",
      "[role=dialog]",
      "h2",
      "[role=log]",
      "form",
      "textarea",
    ].map((selector) => root.querySelector(selector));
    const history = [];

    const say = (text, name = "") => {
      const bubble = document.createElement("p");
      bubble.className = `bubble ${name}`;
      bubble.textContent = text;
      log.append(bubble);
      log.scrollTop = log.scrollHeight;
    };

    title.textContent = bot_name;
    input.placeholder = placeholder;
    input.disabled = !enabled;
    say(welcome);

    launcher.onclick = () => {
      panel.hidden = !panel.hidden;
      if (!panel.hidden) input.focus();
    };
    input.onkeydown = (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    };
    form.onsubmit = async (event) => {
      event.preventDefault();
      const message = input.value.trim();
      if (!message) return;
      input.value = "";
      say(message, "mine");
      try {
        const answer = await (await post("message", { message, history: history.slice(-10) })).json();
        for (const text of [
          answer.reply ?? answer.error,
          ...(answer.extra_replies ?? []).map((one) => one.text),
        ]) {
          say(text);
        }
        history.push({ role: "user", content: message }, { role: "assistant", content: answer.reply });
      } catch {
        say("!");
      }
    };
    document.documentElement.append(host);
    post("ping");
  }
})();
