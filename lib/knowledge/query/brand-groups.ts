/**
 * Names that one thing goes by in Taiwan: ways to pay, shops, carriers, platforms, banks, devices. Each line is one
 * thing, its names with blanks between them, `_` for a blank inside one; no line holds a wider word. Documents and
 * visitors may use any of them.
 */
export const brandGroups = `
line_pay linepay 賴pay 賴支付
apple_pay applepay 蘋果支付
google_pay googlepay gpay
samsung_pay samsungpay 三星支付
街口支付 街口 街口錢包 jkopay jko_pay
悠遊付 easywallet easy_wallet
悠遊卡 easycard easy_card
一卡通 ipass i_pass
icash 愛金卡 icashpay icash_pay
全支付 pxpay px_pay pxpayplus
全盈+pay 全盈支付 全盈 全盈pay
歐付寶 opay
pi拍錢包 拍錢包 pi錢包
台灣pay taiwanpay taiwan_pay 臺灣行動支付
橘子支付 gamapay gama_pay
支付寶 alipay
微信支付 wechatpay wechat_pay 微信pay
paypal 貝寶
綠界 綠界科技 ecpay
藍新 藍新金流 newebpay
銀角零卡 零卡分期
萬事達卡 萬事達 mastercard master卡
美國運通 運通卡 amex american_express
銀聯卡 銀聯 unionpay
7-eleven 7-11 711 7eleven seven 小七 統一超商 統一超 7-11超商
全家便利商店 全家超商 全家 familymart family_mart
萊爾富 hi-life hilife hi_life
ok超商 okmart ok_mart ok便利商店
全聯 全聯福利中心 pxmart px_mart
家樂福 carrefour
好市多 costco
屈臣氏 watsons
康是美 cosmed
寶雅 poya
星巴克 starbucks
麥當勞 mcdonalds mcdonald 麥當當
肯德基 kfc
路易莎 louisa
誠品 誠品書店 eslite
無印良品 muji
宜得利 nitori
宜家 宜家家居 ikea
黑貓宅急便 黑貓 宅急便 統一速達 t-cat tcat
新竹物流 新竹貨運 竹運 hct
宅配通 台灣宅配通 pelican
順豐 順豐速運 順豐快遞 sf_express sfexpress
嘉里大榮 嘉里 大榮貨運 大榮
中華郵政 郵局 台灣郵政
蝦皮 蝦皮購物 shopee
momo購物網 momo 富邦momo momo購物
pchome pchome24h pc_home 網路家庭
露天 露天市集 露天拍賣 ruten
foodpanda 熊貓外送 空腹熊貓 food_panda 胖達
uber_eats ubereats 優食 吳柏毅
台灣高鐵 高鐵 thsr
youbike ubike u-bike 微笑單車
facebook fb 臉書 臉書專頁
instagram ig 哀居 哀鴨
youtube yt yt頻道
google_maps googlemaps google_map googlemap google地圖 谷歌地圖
google 谷歌 估狗 孤狗
netflix 網飛
國泰世華 國泰銀行 國泰世華銀行
中國信託 中信 中國信託銀行 ctbc
玉山銀行 玉山 esun
台新銀行 台新
台北富邦 富邦銀行 北富銀 富邦
永豐銀行 永豐
第一銀行 一銀
台灣銀行 臺銀 台銀
華南銀行 華銀
合作金庫 合庫
iphone 愛鳳 哀鳳 蘋果手機
android 安卓
qr_code qrcode qr碼 行動條碼 二維碼 二維條碼
type-c typec usb-c usbc
健保署 中央健康保險署
戶政事務所 戶政
區公所 公所
中華電信 種花電信
台灣大哥大 台哥大 台灣大
遠傳電信 遠傳 fetnet
`;
