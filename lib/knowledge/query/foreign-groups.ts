/**
 * What shops, clinics, schools and offices are asked in English and Japanese, each line with the words that documents in Chinese
 * have for it; `_` stands for a blank. Read as {@link thesaurusGroups} are.
 */
export const foreignGroups = `
shipping_fee shipping_cost shipping_costs shipping delivery_fee postage 送料 配送料 > 運費 配送
deliver delivery delivered ship ships shipped 配送 発送 届けて > 寄送 配送 宅配 出貨
arrive arrives 届きますか 届く 何日で > 送達 到貨 多久會到
free_shipping 送料無料 > 免運
return returns returned returning send_it_back send_back 返品 返送 > 退貨 退換
refund refunds refunded money_back 返金 払い戻し > 退款 退費
exchange swap 交換 > 換貨
opening_hours business_hours office_hours hours 営業時間 何時まで 何時から 何時に開 > 營業時間 門診時間 開放時間 服務時間
open opens close closes closing 開いて 営業して 閉まり > 營業 門診 打烊
closed day_off holidays 定休日 休業 休み > 公休 休診 休館 休息
address where_are_you located location 住所 場所 どこにあり 所在地 > 地址 位置 門市
get_there directions アクセス 行き方 行けますか > 捷運 公車 交通 地址
station subway metro mrt 駅 > 捷運 車站
parking park 駐車場 駐車 > 停車 停車場
phone phone_number telephone 電話番号 > 電話
email e-mail メール > 信箱
pay payment pay_with paying payments 支払い 支払 お支払い > 付款 繳費
credit_card credit_cards card cards visa mastercard クレジットカード カード > 信用卡 刷卡
cash 現金 > 現金
installments installment instalments 分割払い 分割 > 分期
price prices cost costs fee fees 値段 価格 料金 > 價格 費用 收費
discount discounts sale promotion coupon 割引 クーポン > 優惠 折扣 打折
member membership 会員 > 會員
points ポイント > 點數
reservation reservations reserve book booking appointment appointments 予約 > 預約 訂位 掛號
cancel cancellation キャンセル 取り消し > 取消
my_order order orders 注文 > 訂單
track tracking package parcel 追跡 荷物 > 包裹 物流 配送進度
warranty guarantee 保証 > 保固
broken damaged cracked defective 壊れ 割れ 破損 不良品 > 破損 瑕疵
wrong_item wrong_one 違う商品 間違った > 寄錯 瑕疵
leak leaks leaking 漏れ > 漏水
gift_box gift_boxes gift_set gift gifts ギフト 贈り物 > 禮盒
gift_card message_card メッセージカード > 小卡 卡片
invoice receipt tax_receipt 領収書 レシート > 發票 收據
pet pets dog dogs ペット 犬 > 寵物
allergy allergies allergen allergens allergic アレルギー > 過敏 過敏原
ingredient ingredients 原材料 成分 > 成分
caffeine カフェイン > 咖啡因
decaf caffeine_free ノンカフェイン > 不含咖啡因 沒有咖啡因
store shop 店舗 お店 > 門市 店
pick_up pickup pick_it_up 受け取り 店頭受取 > 自取 取貨
convenience_store コンビニ > 超商
overseas abroad international 海外 > 海外
wheelchair 車椅子 > 輪椅 無障礙
toilet restroom トイレ > 廁所
shelf_life expire expires expiry expiration 賞味期限 消費期限 > 保存期限 有效日期
storage store_it keep_it 保存方法 > 保存
brew brewing steep 淹れ方 入れ方 > 泡
water_temperature 温度 > 水溫
engrave engraving engraved 刻印 名入れ > 刻字
vegan vegetarian ベジタリアン > 素食 全素
children child kids kid 子供 子ども > 小孩 兒童
pregnant pregnancy 妊娠 妊婦 > 懷孕 孕婦
tasting taste_it 試飲 試食 > 試喝 試吃
class workshop course courses 教室 > 課 課程
room rooms 部屋 > 房間
check_in check-in チェックイン > 入住
check_out check-out チェックアウト > 退房
breakfast 朝食 > 早餐
insurance 健康保険 > 健保 保險
wifi wi-fi > wifi 無線網路
organic オーガニック 有機 > 有機
origin where_is_it_from 産地 > 產地
password パスワード > 密碼
account アカウント > 帳號
monday 月曜 > 週一 星期一
tuesday 火曜 > 週二 星期二
wednesday 水曜 > 週三 星期三
thursday 木曜 > 週四 星期四
friday 金曜 > 週五 星期五
saturday 土曜 > 週六 星期六
sunday 日曜 > 週日 星期日
weekend weekends 週末 > 週末 週六 週日
black_tea 紅茶 > 紅茶
oolong ウーロン茶 > 烏龍
`;
