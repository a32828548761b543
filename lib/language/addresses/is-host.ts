/**
 * Whether a word with full stops is the name of a host or an e-mail address, and not 「3.5kg」, "e.g." or "Node.js".
 * @param goesOn whether a path or a query follows
 */
export function isHost(written: string, goesOn: boolean): boolean {
  const [, user = "", name = "", port = ""] = /^(?:(.*)@)?([^@:]*)(:\d+)?$/u.exec(written) ?? [];
  const labels = name.split(".");
  const last = labels.at(-1) ?? "";
  const hasMore = goesOn || port !== "" || user !== "";
  if (labels.length === 4 && labels.every((label) => /^\d{1,3}$/.test(label))) return hasMore;
  if (/^xn--[a-z0-9-]+$/i.test(last) || wideNames.has(last)) return true;
  if (!/^[a-z]{2,24}$/i.test(last)) return false;
  if (hasMore) return !files.has(last.toLowerCase());
  // A sentence that begins without a blank before it: "returned.In".
  const isSentence = last.length === 2 && /^[A-Z][a-z]$/.test(last);
  return !isSentence && !/^\d+$/.test(labels.at(-2) ?? "") && names.has(last.toLowerCase());
}

const words = (text: string) => new Set(text.split(" "));

const wideNames = words(
  "台灣 台湾 中国 中國 香港 澳門 公司 网络 網絡 商店 网店 网址 在线 中文网 购物 商城 网站 コム みんな 한국 рф",
);

/** Ends of file names and of programs, which stand before slashes: "Node.js/React". */
const files = words(
  "js ts jsx tsx css html htm json xml txt csv doc docx xls xlsx ppt pptx jpg jpeg png gif svg webp mp3 mp4 exe",
);

/** All of two letters that countries have, and the others that are common. */
const names = words(
  "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw com net org edu gov mil int info biz name pro aero coop museum jobs mobi tel travel cat asia post app dev page web site website online store shop shopping blog cloud tech xyz top club vip win work works world live life link click fun art design media news today group team space zone agency company email support help services solutions network systems digital studio photo photos video games game chat social store money cash pay finance bank loan loans credit cards gift gifts deals sale discount cheap coupons promo ltd llc inc corp gmbh center house homes host hosting download zip mov icu cyou buzz rest bar cafe restaurant coffee pizza tea wine beer food kitchen hotel tours holiday taipei tokyo moe wang ren red blue pink black green love best bid trade date men party review science stream racing accountant faith cricket webcam country kim gdn monster quest sbs cfd bond lol pics hair skin makeup beauty boats autos motorcycles yachts one fit run tips wiki ink plus guru ninja rocks expert academy education school university health care clinic dental doctor hospital pharmacy law legal lawyer example test invalid onion local localhost",
);
