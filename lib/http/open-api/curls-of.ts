import type { EndpointName } from "@/lib/contract/endpoints";

export type Curl = {
  endpoint: EndpointName;
  /** A command for a POSIX shell, as it is printed. */
  command: string;
  /** The body of its answer, with values as an example has them. */
  answer: object;
};

/** One command for each endpoint, for a bot on this server: what the reference prints and a test runs. */
export function curlsOf(url: string, token: string): Curl[] {
  const api = `${url}/api/widget`;
  const post = (endpoint: string, body: string) =>
    `curl '${api}/${endpoint}' \\\n  -H 'Content-Type: application/json' \\\n  -d ${body}`;
  const asked = post("message", `'{"token": "${token}", "message": "可以退貨嗎？"}'`);
  const field = (name: string) =>
    `${name}=$(printf '%s' "$answer" | sed -E 's/.*"${name}":"([^"]*)".*/\\1/')`;
  return [
    {
      endpoint: "config",
      command: `curl '${api}/config?token=${token}'`,
      answer: {
        success: true,
        config: {
          enabled: true,
          bot_name: "AI 智能客服",
          primary_color: "#00d4ff",
          position: "br",
          theme: "auto",
          locale: "",
          avatar_url: "",
          welcome: "你好,有什麼可以幫你的嗎?",
          placeholder: "請輸入訊息...",
          suggestions: [],
          show_sources: true,
          person: true,
          offset: [20, 20],
          retention_days: null,
          hours: null,
        },
      },
    },
    {
      endpoint: "ping",
      command: post("ping", `'{"token": "${token}"}'`),
      answer: { success: true },
    },
    {
      endpoint: "message",
      command: asked,
      answer: {
        success: true,
        reply: "可以，收到商品的隔天起 7 天內都能退。",
        extra_replies: [],
        chat_id: "web_5f0c3a1be27d4f6081a2b3c4d5e6f708",
        turn_id: "019d0000-0000-7000-8000-000000000001",
        message_id: "019d0000-0000-7000-8000-000000000002",
        sources: [{ title: "退貨與換貨", quote: "收到商品的隔天起 7 天內都能退。" }],
        answered: true,
        handoff: false,
        visitor_key: "A".repeat(64),
      },
    },
    {
      endpoint: "events",
      command: [
        `answer=$(${asked.replace("curl", "curl -s")})`,
        field("visitor_key"),
        `curl '${api}/events?token=${token}' \\\n  -H "Dawen-Visitor: $visitor_key"`,
      ].join("\n"),
      answer: {
        success: true,
        events: [
          {
            event: "turn",
            data: {
              turn_id: "019d0000-0000-7000-8000-000000000001",
              role: "visitor",
              texts: ["可以退貨嗎？"],
              at: 1_796_000_000_000,
            },
          },
          { event: "state", data: { handoff: false } },
        ],
        next: "019d0000-0000-7000-8000-000000000002",
      },
    },
    {
      endpoint: "feedback",
      command: [
        `answer=$(${asked.replace("curl", "curl -s")})`,
        field("chat_id"),
        field("message_id"),
        post(
          "feedback",
          `"{\\"token\\": \\"${token}\\", \\"chat_id\\": \\"$chat_id\\", \\"message_id\\": \\"$message_id\\", \\"rating\\": \\"up\\"}"`,
        ),
      ].join("\n"),
      answer: { success: true },
    },
    {
      endpoint: "contact",
      command: [
        `answer=$(${asked.replace("curl", "curl -s")})`,
        field("chat_id"),
        post(
          "contact",
          `"{\\"token\\": \\"${token}\\", \\"chat_id\\": \\"$chat_id\\", \\"email\\": \\"ming@example.com\\"}"`,
        ),
      ].join("\n"),
      answer: {
        success: true,
        reply: "收到，你的聯絡方式已經交給我們的人員。",
        message_id: "019d0000-0000-7000-8000-000000000004",
        turn_id: "019d0000-0000-7000-8000-000000000003",
      },
    },
    {
      endpoint: "files",
      command: [
        `answer=$(${asked.replace("curl", "curl -s").replace(`"}'`, `", "wants_person": true}'`)})`,
        field("visitor_key"),
        "printf R0lGODlhAQABAAAAACwAAAAAAQABAAACADs= | base64 -d |",
        `curl '${api}/files?token=${token}' -H "Dawen-Visitor: $visitor_key" -F 'file=@-;filename=picture.gif'`,
      ].join("\n"),
      answer: {
        success: true,
        turn_id: "019d0000-0000-7000-8000-000000000005",
        text: "（圖片）",
        picture: {
          url: "/api/files/019d0000-0000-7000-8000-000000000006?until=…&key=…",
          width: 1,
          height: 1,
        },
        handoff: true,
      },
    },
    {
      endpoint: "typing",
      command: [
        `answer=$(${asked.replace("curl", "curl -s")})`,
        field("visitor_key"),
        `${post("typing", `'{"token": "${token}"}'`)} \\\n  -H "Dawen-Visitor: $visitor_key"`,
      ].join("\n"),
      answer: { success: true },
    },
  ];
}
