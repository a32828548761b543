/** What people swear with, and say of what annoys them. `_` stands for a blank. */
export const rantWords = `幹你娘 幹 靠北 靠腰 靠杯 靠 媽的 他媽的 你媽的 去你的 去你媽的 三小 啥小 北七 白痴 白癡 智障 弱智 腦殘 笨死了 笨蛋 笨 蠢 爛死了 爛透了
  爛 垃圾 廢物 廢話 很廢 好廢 沒用 沒屁用 有病 神經病 王八蛋 混蛋 混帳 可惡 滾開 滾蛋 滾 閉嘴 去死 氣死我了 氣死人 氣死 火大 煩死了 煩死人 好煩 很煩 煩 莫名其妙
  什麼鬼 搞什麼鬼 搞什麼 聽不懂人話 聽不懂 聽無 講不聽 看不懂人話 不會回答 答非所問 雞同鴨講 鬼打牆 無言 傻眼 離譜 誇張 扯 太扯 浪費時間 浪費我時間 浪費我的時間
  傻逼 煞筆 操你媽 操 草泥馬 你媽 尼瑪 他妈的 坑爹 狗屁 放屁 屁啦 糟糕 很差 好差 太差 超差 真差 很糟 差勁 差評 負評 不專業 騙子 騙人 詐騙集團 黑店 爛店
  什麼爛機器人 什麼爛東西 什麼爛服務 什麼爛客服 聽不懂是不是 聽不懂嗎 都不懂 什麼都不懂 什麼都不會 什麼都不知道 什麼都答不出來 什麼都沒說 答不出來 答不出 回答不了 回答不出來 講不清楚 聽不懂中文 沒幫助 一點幫助都沒有 沒救 沒有用 一點用都沒有 不好用 難用
  バカ 馬鹿 ばか アホ あほ クソ くそ 糞 死ね うざい ウザい 役立たず ふざけるな ふざけんな 使えない 使えねえ むかつく ムカつく 最悪 最低 ひどい 話にならない
  바보 멍청이 멍청 짜증나 짜증 쓰레기 최악 답답해 답답하네 못_알아듣네
  fucking fuck_you fuck_off fuck shit bullshit damn dammit wtf stupid dumb idiot idiots moron useless crap crappy garbage trash rubbish terrible awful worst
  pathetic horrible ridiculous nonsense sucks suck asshole bitch bastard screw_you shut_up hate hopeless`;

/** What may stand around it. */
export const rantFillers = `你們 你 妳 您 我 這個 這是 這 那個 什麼 真的 真是 真 很 好 超級 超 有夠 太 是 都 的 機器人 客服 ai 小幫手 東西 店 家 服務 系統 回答 回覆 態度 根本
  完全 一點都 啊 死了 一樣 跟 像 一個 又 就 就是 只會 說 講 在 到底 怎麼 這麼 那麼 不 說話 啦 喔 欸 了 給我 吧 人 公司 店家 網站 簡直 有 而且 也
  お前 おまえ この ほんと 本当に マジで まじ は が だ です な ね よ の ボット サービス 対応 すぎ
  you_are you_re youre you your are is so this that it bot robot ai chatbot the an a such really very service absolutely completely totally what piece of i s
  customer support site website shop store company fucking damn and these to was were re m am as my time`;
