/**
 * What shops, clinics, schools and offices are asked in English, Japanese and Korean, each line with the words that
 * documents in Chinese have for it; `_` stands for a blank. Read as {@link thesaurusGroups} are.
 */
export const foreignGroups = `
shipping_fee shipping_cost shipping_costs shipping delivery_fee postage 送料 配送料 배송비 배송료 운송비 > 運費 配送
deliver delivery delivered ship ships shipped 配送 発送 届けて 배송 택배 배달 > 寄送 配送 宅配 外送 到府 出貨
arrive arrives 届きますか 届く 何日で 도착 > 送達 到貨 多久會到
how_long_does_it_take how_many_days delivery_time shipping_time 何日 何日かかり どのくらいで届 며칠_걸려 며칠 얼마나_걸려 얼마나_걸리 언제_와 언제_오 언제_도착 배송_기간 배송기간 > 多久會到 送達 天
free_shipping 送料無料 무료배송 무료_배송 > 免運
return returns returned returning send_it_back send_back 返品 返送 반품 > 退貨 退換
refund refunds refunded money_back 返金 払い戻し 환불 > 退款 退費
exchange swap 交換 교환 > 換貨
opening_hours business_hours office_hours hours 営業時間 何時まで 何時から 何時に開 영업시간 영업_시간 운영시간 > 營業時間 門診時間 開放時間 服務時間 時間
open opens close closes closing 開いて 営業して 閉まり 문_열 문_여 영업 > 營業 門診 打烊
closed day_off holidays 定休日 休業 休み 휴무 쉬는_날 > 公休 休診 休館 休息
address where_are_you located location 住所 場所 どこにあり 所在地 주소 위치 매장이_어디 > 地址 位置 門市
get_there directions アクセス 行き方 行けますか 가는_길 찾아가 > 捷運 公車 交通 地址
station subway metro mrt 駅 지하철 역 > 捷運 車站
parking park 駐車場 駐車 주차 > 停車 停車場
phone phone_number telephone call_you 電話番号 전화번호 전화 > 電話 專線
email e-mail メール 이메일 메일 > 信箱
pay payment pay_with paying payments 支払い 支払 お支払い > 付款 繳費
credit_card credit_cards card cards visa mastercard クレジットカード カード 신용카드 카드 > 信用卡 刷卡
cash 現金 현금 > 現金
installments installment instalments 分割払い 分割 할부 > 分期 期
price prices cost costs fee fees 値段 価格 料金 가격 요금 비용 값 얼마 > 價格 費用 收費
discount discounts sale promotion coupon 割引 クーポン 할인 쿠폰 > 優惠 折扣 打折
member membership 会員 회원 > 會員
points ポイント 포인트 적립금 > 點數
reservation reservations reserve book booking appointment appointments 予約 예약 > 預約 訂位 掛號
cancel cancellation キャンセル 取り消し 취소 > 取消
my_order order orders 注文 주문 > 訂單
track tracking package parcel 追跡 荷物 배송_조회 배송조회 운송장 택배_조회 > 包裹 物流 配送進度
warranty guarantee 保証 보증 > 保固
broken damaged cracked defective 壊れ 割れ 破損 不良品 파손 깨졌 깨진 불량 > 破損 瑕疵
wrong_item wrong_one 違う商品 間違った 잘못_온 다른_상품 > 寄錯 瑕疵
leak leaks leaking 漏れ > 漏水
gift_box gift_boxes gift_set gift gifts ギフト 贈り物 선물세트 선물_세트 선물 > 禮盒
gift_card message_card メッセージカード > 小卡 卡片
invoice receipt tax_receipt 領収書 レシート 영수증 세금계산서 > 發票 收據
pet pets dog dogs ペット 犬 반려동물 강아지 애완 > 寵物
allergy allergies allergen allergens allergic アレルギー 알레르기 알러지 > 過敏 過敏原
ingredient ingredients 原材料 成分 성분 재료 > 成分
caffeine カフェイン 카페인 > 咖啡因
decaf caffeine_free ノンカフェイン 디카페인 무카페인 카페인_없는 > 不含咖啡因 沒有咖啡因
store shop 店舗 お店 매장 가게 > 門市 店
pick_up pickup pick_it_up 受け取り 店頭受取 픽업 직접_수령 > 自取 取貨
convenience_store コンビニ 편의점 > 超商
overseas abroad international 海外 해외 > 海外
wheelchair 車椅子 휠체어 > 輪椅 無障礙
toilet restroom トイレ 화장실 > 廁所
shelf_life expire expires expiry expiration 賞味期限 消費期限 유통기한 유효기간 > 保存期限 有效日期
storage store_it keep_it 保存方法 보관 > 保存
brew brewing steep 淹れ方 入れ方 우리는 우려 끓이 > 泡
water_temperature 温度 온도 > 水溫
engrave engraving engraved 刻印 名入れ 각인 > 刻字
vegan vegetarian ベジタリアン 채식 비건 > 素食 全素 蛋奶素 純素
children child kids kid 子供 子ども 아이 어린이 > 小孩 兒童
pregnant pregnancy 妊娠 妊婦 임산부 임신 > 懷孕 孕婦
tasting taste_it 試飲 試食 시음 시식 > 試喝 試吃
class workshop course courses 教室 수업 클래스 강좌 > 課 課程
room rooms 部屋 객실 방 > 房間
check_in check-in チェックイン 체크인 > 入住
check_out check-out チェックアウト 체크아웃 > 退房
breakfast 朝食 조식 아침식사 > 早餐
insurance 健康保険 보험 > 健保 保險
wifi wi-fi 와이파이 > wifi 無線網路
organic オーガニック 有機 유기농 > 有機
origin where_is_it_from 産地 원산지 산지 > 產地
password パスワード 비밀번호 > 密碼
account アカウント 계정 > 帳號
hong_kong 香港 홍콩 > 香港
taipei 台北 타이베이 > 台北
new_taipei 新北 > 新北
taichung 台中 타이중 > 台中
tainan 台南 타이난 > 台南
kaohsiung 高雄 가오슝 > 高雄
taoyuan 桃園 타오위안 > 桃園
hsinchu 新竹 > 新竹
keelung 基隆 지룽 > 基隆
yilan 宜蘭 > 宜蘭
hualien 花蓮 화롄 > 花蓮
taitung 台東 > 台東
chiayi 嘉義 > 嘉義
nantou 南投 > 南投
pingtung 屏東 > 屏東
penghu 澎湖 펑후 > 澎湖 離島
kinmen jinmen quemoy 金門 진먼 > 金門 離島
matsu mazu 馬祖 마쭈 > 馬祖 離島
green_island lyudao 緑島 > 綠島 離島
orchid_island lanyu 蘭嶼 > 蘭嶼 離島
xiaoliuqiu liuqiu 小琉球 > 小琉球 離島
ali_shan alishan 阿里山 > 阿里山
korea 韓国 한국 > 韓國 海外
usa united_states america 미국 アメリカ > 美國 海外
malaysia マレーシア 말레이시아 > 馬來西亞 海外
macau macao マカオ 마카오 > 澳門
japan 日本 > 日本
singapore シンガポール > 新加坡
opened already_opened unsealed 開封 개봉 > 拆封 開封
after_opening once_opened after_i_open 開封後 개봉_후 > 開封後 開封
ruby_black_tea ruby_18 > 紅玉
oriental_beauty > 東方美人
monday mondays 月曜 월요일 > 週一 星期一
tuesday tuesdays 火曜 화요일 > 週二 星期二
wednesday wednesdays 水曜 수요일 > 週三 星期三
thursday thursdays 木曜 목요일 > 週四 星期四
friday fridays 金曜 금요일 > 週五 星期五
saturday saturdays 土曜 토요일 > 週六 星期六
sunday sundays 日曜 일요일 > 週日 星期日
weekend weekends 週末 주말 > 週末 週六 週日
tea teas お茶 > 茶
matcha 抹茶 말차 > 抹茶
green_tea 緑茶 녹차 > 綠茶
jasmine ジャスミン 자스민 > 茉莉
coffee コーヒー 커피 > 咖啡
cold_brew 水出し 콜드브루 냉침 > 冷泡
tea_bag tea_bags ティーバッグ 티백 > 茶包
teaware teapot teapots teacup cup cups 茶器 カップ 다기 찻잔 컵 > 茶具 杯
bottle bottles ボトル 병 > 瓶
sugar sweetened sweet 砂糖 甘い 설탕 단맛 > 糖 甜
milk ミルク 牛乳 우유 > 牛奶 鮮奶 奶
milk_tea ミルクティー 밀크티 > 奶茶 鮮奶茶
hot_water お湯 熱湯 뜨거운_물 > 熱水
bitter 苦い 苦く 쓴 써요 > 苦 澀
farm plantation tea_farm tea_garden tea_plantation 茶園 다원 농장 > 茶園
visit tour see_around 見学 견학 방문 구경 > 參觀
pesticide pesticides residue 農薬 농약 > 農藥 檢驗
tested inspection lab_test 検査 검사 > 檢驗
cheapest cheaper 一番安い いちばん安い 最安 제일_싼 가장_싼 > 最便宜 便宜
most_expensive priciest 一番高い 제일_비싼 가장_비싼 > 最貴
recommend recommended recommendation おすすめ オススメ お勧め 추천 > 推薦 建議 適合
beginner first_time new_to_tea 初めて 初心者 처음 초보 > 第一次 新手
elderly grandma grandpa parents seniors お年寄り 両親 年配 부모님 어르신 할머니 > 長輩 長者
dishwasher 食洗機 식기세척기 > 洗碗機
microwave 電子レンジ 전자레인지 > 微波
photo photos picture pictures 写真 사진 > 照片
sample samples 試供品 サンプル 샘플 > 試用 樣品
delete_my_account delete_account close_my_account 退会 탈퇴 > 刪除帳號
newsletter unsubscribe メルマガ 뉴스레터 구독 > 電子報 取消訂閱
freeze freezer frozen 冷凍 냉동 > 冷凍
fridge refrigerate refrigerated refrigerator 冷蔵 냉장 > 冷藏
time_slot delivery_slot 時間指定 日時指定 시간_지정 시간지정 > 指定送達時間 時段
same_day 当日 당일 > 當天 當日
scam fraud phishing 詐欺 사기 > 詐騙
new_year chinese_new_year lunar_new_year 旧正月 春節 설날 구정 > 春節 過年
typhoon 台風 태풍 > 颱風
soy soybean 大豆 콩 대두 > 大豆
nuts nut peanut peanuts ナッツ ピーナッツ 견과 땅콩 > 堅果 花生
gluten グルテン 글루텐 > 麩質
combine combined together まとめて 同梱 합배송 묶음 > 合併
branch branches other_stores 支店 他の店舗 지점 분점 > 分店
company corporate 会社 法人 회사 기업 > 企業 公司
logo ロゴ 로고 > 標誌 logo
birthday_gift 誕生日プレゼント 생일 > 生日
certified certification 認証 인증 > 驗證 認證
black_tea 紅茶 홍차 > 紅茶
oolong ウーロン茶 우롱차 우롱 > 烏龍
free 無料 무료 > 免費
member_price members_only 会員価格 > 會員價
sign_up register registration 登録 申し込み > 註冊 報名 申請
membership_card 会員カード > 會員卡
forgot_password forgot_my_password パスワードを忘れ > 忘記密碼
out_of_stock sold_out 売り切れ 在庫切れ 품절 > 缺貨 售完
in_stock available 在庫 > 現貨 庫存
preorder pre-order 予約販売 > 預購
bulk wholesale bulk_order 卸売 大量注文 > 批發 大量 團購
change_my_order change_order 注文変更 > 修改訂單 更改訂單
shipping_address delivery_address 配送先 お届け先 > 收件地址 地址
outlying_islands outlying_island offshore_islands 離島 > 離島 外島
tax_id company_tax_id vat_number tax_number 会社の番号 法人番号 > 統一編號 統編
deposit 手付金 デポジット 保証金 > 訂金 押金 保證金
size sizes size_chart サイズ 사이즈 > 尺寸 尺碼
color colors colour colours カラー 색상 색깔 > 顏色
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
luggage baggage suitcase 手荷物 荷物 수하물 짐 > 行李
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
swimming_pool pool プール 수영장 > 游泳池 泳池
swim swimming 水泳 수영 > 游泳
gym fitness ジム 헬스장 > 健身房
business_card business_cards 名刺 명함 > 名片
print prints printing printed 印刷 인쇄 출력 > 列印 輸出 印刷
photocopy photocopies copies コピー 복사 > 影印
poster posters ポスター 포스터 > 海報
contact_lens contact_lenses コンタクトレンズ コンタクト 콘택트렌즈 > 隱形眼鏡
eye_test eye_exam 視力検査 시력검사 시력_검사 > 驗光
glasses eyeglasses frames メガネ めがね 안경 > 眼鏡 鏡框
cake cakes ケーキ 케이크 > 蛋糕
hot_spring hot_springs onsen 온천 > 溫泉
public_bath 大浴場 お風呂 목욕탕 > 大眾池 浴場 溫泉 澡堂
towel towels タオル 수건 > 毛巾
keyboard keyboards キーボード 키보드 > 鍵盤
memory ram メモリ 메모리 > 記憶體
laptop laptops notebook ノートパソコン 노트북 > 筆電
data backup データ 데이터 > 資料
marriage marry wedding 婚姻届 결혼 혼인 > 結婚
divorce 이혼 > 離婚
birth newborn 出生届 出産 출생 > 出生
flu influenza インフルエンザ 독감 > 流感
trial 体験レッスン お試し > 試聽 體驗 試用
free_trial 無料体験 무료_체험 > 免費試用 試用 體驗
plans pricing_plan pricing_plans 料金プラン 요금제 > 方案
upgrade アップグレード > 升級
downgrade ダウングレード > 降級
subscription subscribe サブスクリプション > 訂閱 續訂
billing 請求 > 帳單 扣款
monthly 月額 월간 > 月繳 每月
yearly annual annually 年額 연간 > 年繳 每年
rate_limit rate_limits > 速率限制 頻率限制
エクスポート export 내보내기 > 匯出
インポート import 가져오기 > 匯入
integrate integration integrations 連携 연동 > 串接 整合
reset_password リセット > 重設密碼 忘記密碼
log_in login sign_in ログイン 로그인 > 登入
support_hours サポート時間 > 客服 服務時間
student students 학생 > 學生
math mathematics 수학 > 數學
english_class 英語クラス 영어 > 英文
group_visit group_tour 단체 > 團體
bus バス 버스 > 公車
train 電車 기차 > 火車
何日前 며칠_전 how_far_in_advance how_early > 幾天前 前預約 前預訂
`;
