import type { AnswerLanguage } from "./answer-words";

type ContactWords = {
  title: string;
  name: string;
  /** Of one field for a telephone number or an address. */
  reach: string;
  question: string;
  consent: string;
  /** What the link to the owner's policy is called. */
  privacy: string;
  send: string;
  /** What the visitor's turn says where they leave no question. */
  left: string;
};

/** Of the form that a visitor fills in while nobody is there. */
export const contactWords: Record<AnswerLanguage, ContactWords> = {
  "zh-TW": {
    title: "留下聯絡方式，他們看到後才找得到你",
    name: "怎麼稱呼",
    reach: "電話或 Email",
    question: "想問什麼",
    consent: "我同意用這些資料跟我聯絡",
    privacy: "隱私權政策",
    send: "送出",
    left: "我留下了聯絡方式。",
  },
  "zh-CN": {
    title: "留下联系方式，他们看到后才找得到你",
    name: "怎么称呼",
    reach: "电话或 Email",
    question: "想问什么",
    consent: "我同意用这些资料跟我联系",
    privacy: "隐私政策",
    send: "发送",
    left: "我留下了联系方式。",
  },
  en: {
    title: "Leave a way to reach you",
    name: "Your name",
    reach: "Phone or email",
    question: "Your question",
    consent: "You may use this to contact me",
    privacy: "Privacy policy",
    send: "Send",
    left: "I left my contact details.",
  },
  ja: {
    title: "ご連絡先をお残しください",
    name: "お名前",
    reach: "電話番号またはメール",
    question: "ご質問",
    consent: "この情報で連絡を受けることに同意します",
    privacy: "プライバシーポリシー",
    send: "送信",
    left: "連絡先を残しました。",
  },
  ko: {
    title: "연락처를 남겨 주세요",
    name: "이름",
    reach: "전화번호 또는 이메일",
    question: "문의 내용",
    consent: "이 정보로 연락받는 데 동의합니다",
    privacy: "개인정보 처리방침",
    send: "보내기",
    left: "연락처를 남겼습니다.",
  },
};
