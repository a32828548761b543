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
phone phone_number telephone call_you 電話番号 > 電話 專線
email e-mail メール > 信箱
pay payment pay_with paying payments 支払い 支払 お支払い > 付款 繳費
credit_card credit_cards card cards visa mastercard クレジットカード カード > 信用卡 刷卡
cash 現金 > 現金
installments installment instalments 分割払い 分割 > 分期 期
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
free 無料 > 免費
member_price members_only 会員価格 > 會員價
sign_up register registration 登録 申し込み > 註冊 報名 申請
membership_card 会員カード > 會員卡
forgot_password forgot_my_password パスワードを忘れ > 忘記密碼
out_of_stock sold_out 売り切れ 在庫切れ > 缺貨 售完
in_stock available 在庫 > 現貨 庫存
preorder pre-order 予約販売 > 預購
bulk wholesale bulk_order 卸売 大量注文 > 批發 大量 團購
change_my_order change_order 注文変更 > 修改訂單 更改訂單
shipping_address delivery_address 配送先 お届け先 > 收件地址 地址
outlying_islands outlying_island offshore_islands 離島 > 離島 外島
tax_id company_tax_id vat_number tax_number 会社の番号 法人番号 > 統一編號 統編
deposit 手付金 デポジット 保証金 > 訂金 押金 保證金
size sizes size_chart サイズ > 尺寸 尺碼
color colors colour colours カラー > 顏色
material fabric 素材 > 材質 布料
weight 重さ > 重量
how_to_use instructions_for_use 使い方 > 使用方法 用法
wash washing laundry 洗濯 > 清洗 洗滌 洗
bath bathing shampoo シャンプー > 洗澡 洗
grooming groom haircut trim トリミング カット > 美容 剃毛 剪毛
cat cats 猫 ネコ > 貓 貓咪
dog dogs イヌ > 狗 犬
puppy puppies kitten kittens 子犬 子猫 > 幼犬 幼貓
large_dog big_dog 大型犬 > 大型犬
small_dog 小型犬 > 小型犬
vaccine vaccines vaccination shot shots ワクチン 予防接種 > 疫苗 預防針
rabies 狂犬病 > 狂犬病
doctor doctors physician 医師 先生 > 醫師
clinic_hours consultation_hours 診療時間 受付時間 > 門診時間 看診時間 看診
first_visit new_patient 初診 > 初診
follow-up follow_up_visit 再診 > 複診 回診
registration_fee 診察料 > 掛號費
prescription refill 処方箋 > 處方箋 連續處方箋
medicine medication 薬 > 藥 藥物
emergency urgent 救急 緊急 > 急診 緊急
visiting_hours visiting 面会時間 面会 > 探病時間 探病 會客
hospital_stay hospitalized hospitalization 入院 > 住院
dentist teeth tooth 歯 歯科 > 牙科 牙齒
blood_test 血液検査 > 抽血
health_check checkup check-up 健康診断 > 健檢 健康檢查
medical_record medical_certificate 診断書 > 診斷證明 診斷書
surgery operation 手術 > 手術
late arrive_late running_late 遅刻 遅れ > 遲到 逾時
reschedule change_the_date 日程変更 変更したい > 改期 更改
waiting_list waitlist キャンセル待ち > 候補
walk-in walk_in 予約なし > 現場 臨櫃
queue line_up wait_time 待ち時間 > 候位 排隊 等候
menu メニュー > 菜單
takeout take_away to_go takeaway テイクアウト 持ち帰り > 外帶
dine_in eat_in 店内 イートイン > 內用
minimum_charge minimum_order 最低注文 > 低消 最低消費
service_charge サービス料 > 服務費
private_room 個室 > 包廂
birthday 誕生日 > 生日 慶生
cake ケーキ > 蛋糕
spicy 辛い > 辣
luggage baggage suitcase 手荷物 > 行李
shuttle pick-up_service 送迎 > 接駁 接送
extra_bed エキストラベッド > 加床
smoking smoke 喫煙 禁煙 > 吸菸 禁菸
elevator lift エレベーター > 電梯
stroller ベビーカー > 嬰兒車 推車
nursing_room 授乳室 > 哺乳室 哺集乳室
overnight stay_overnight 一泊 宿泊 ホテル > 住宿 旅館 每晚
board boarding > 住宿 旅館
rent rental レンタル > 租借 租 出租
tuition course_fee 授業料 受講料 > 學費 報名費
trial_class trial_lesson 体験 > 試聽 體驗課
teacher teachers 講師 > 老師 講師
absence absent 欠席 > 請假
make-up_class make_up_class 補講 振替 > 補課
certificate 証明書 修了証 > 證書 證明
id_card id_document identification 身分証 身分証明書 > 身分證 證件
passport パスポート > 護照
household_registration 戸籍 > 戶籍
application_form 申請書 > 申請書 表格
what_to_bring bring_with_me 持ち物 必要なもの > 攜帶 準備 應備
agent_apply on_behalf 代理人 代理 > 代辦 委託
lost lost_card 紛失 なくし > 遺失 補發
renew renewal 更新 > 更新 換發 續借
fine penalty 罰金 > 罰款
borrow 借りる 借りられ > 借閱 借
library_card 利用カード > 借書證 借閱證
loan interest_rate 利率 > 貸款 利率
open_an_account open_account 口座開設 > 開戶
transfer bank_transfer wire_transfer 振込 > 匯款 轉帳
cash_on_delivery cod 代引き > 貨到付款
damaged_item defective_item > 破損 瑕疵
missing missing_item 足りない 届いていない > 缺件 少了 漏寄
install installation 設置 > 安裝
repair repairs fix 修理 > 維修 修理
trade-in trade_in 下取り > 舊換新 回收
battery バッテリー > 電池
screen 画面 > 螢幕
waterproof 防水 > 防水
handmade 手作り > 手工 手作
made_in_taiwan 台湾製 > 台灣製造 產地
english_menu speak_english 英語 > 英文
job jobs hiring part-time 求人 アルバイト > 徵人 徵才 應徵
feedback complaint complaints クレーム 苦情 > 客訴 申訴 意見
privacy personal_data 個人情報 > 隱私 個資
`;
