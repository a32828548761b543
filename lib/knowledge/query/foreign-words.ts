/**
 * Words of everyday questions in English, Japanese and Korean, by what they are about: spans of time, people, money,
 * things and places; with the words that documents in Chinese have for them. Written by hand, without what is written
 * alike in Chinese, where it may be a part of a name. Read as {@link foreignGroups} are.
 */
export const foreignWords = `
half_day half-day half_day_pass half-day_pass half-day_ticket 半日 半日券 반나절 > 半日 半天
full_day whole_day all_day 一日中 終日 하루_종일 > 整天 全天 全日
day_pass one-day_pass day_ticket 一日券 1日券 デイパス > 單日券 一日券 日票
pass passes パス 이용권 > 券 票 通行證
ticket tickets チケット 入場券 티켓 입장권 > 門票 票 券
admission entrance_fee entry_fee 入場料 入館料 입장료 > 門票 票價 入場
per_day a_day daily_rate 一日 1日 하루 > 一天 每天 日租
per_hour an_hour hourly 一時間 1時間 시간당 > 每小時 一小時 時租
per_person each_person 1人 一人あたり 1인당 > 每人 一人 人頭
per_month a_month monthly_fee 一ヶ月 ひと月 月々 한달 > 每月 一個月 月租
per_night a_night 一泊 1박 > 每晚 一晚
extra additional 추가 > 另外 加收 加價 額外
extra_fee extra_charge additional_fee surcharge 追加料金 追加費用 別料金 추가_요금 추가요금 > 加收 加價 另收 額外 超時
overtime over_time go_over run_over 超え 過ぎた 過ぎたら 過ぎる 초과 연장 > 超時 逾時 延長 超過
late_fee late_return return_late 延滞 延滞料 延滞したら 延滞した 遅れたら 遅れて返 연체 > 逾期 逾時 晚還 超時 滯納
late_at_night midnight middle_of_the_night 夜中 심야 밤늦게 > 半夜 夜間 凌晨 24小時 深夜
round_the_clock 24_hours 24/7 24時間 24시간 > 24小時 全天
holiday public_holiday public_holidays national_holiday 祝日 공휴일 > 國定假日 連假 假日
weekday weekdays 평일 > 平日 週一到週五
morning mornings 午前 오전 아침 > 上午 早上
afternoon afternoons 午後 오후 > 下午
evening evenings night nights 夕方 저녁 > 晚上 夜間 晚間
lunch lunchtime lunch_break 昼休み ランチ 昼食 점심 > 午休 中午 午餐
dinner supper 夕食 ディナー 저녁식사 > 晚餐
today 今日 오늘 > 今天 當日
tomorrow 明日 あした 내일 > 明天 隔天
next_day 翌日 다음날 > 隔天 隔日
in_advance beforehand ahead_of_time 事前に 前もって 미리 사전 > 事先 提前 預約 前
same-day 即日 당일 > 當天 當日
how_long どのくらい どれくらい 何時間 얼마나 얼마동안 > 多久 幾天 期限 時間
how_many いくつ 何個 何人 何枚 何回 몇_명 몇_개 몇_번 > 幾個 幾次 最多
how_often 何回 얼마나_자주 > 多久一次 次數 每
how_far どのくらいの距離 얼마나_멀 > 多遠 公里 距離
up_to at_most maximum max limit limits 최대 제한 > 上限 最多 限制
at_least minimum min 최소 최저 > 最少 至少 最低
under younger_than 未満 미만 > 未滿 以下
over older_than 이상 > 以上
age ages how_old years_old 年齢 何歳 나이 연령 > 年齡 歲 幾歲
adult adults 어른 성인 > 成人 大人
senior senior_citizen seniors_discount シニア 高齢者 경로 > 敬老 65歲 長者 老人
infant infants baby babies toddler 赤ちゃん 乳児 幼児 아기 유아 > 嬰兒 嬰幼兒 幼兒 寶寶
disabled disability handicapped 障害者 身体障害者 장애인 > 身心障礙 身障
family families ファミリー 가족 > 家庭 家人 親子
couple couples カップル 커플 부부 > 雙人 情侶 夫妻
friend friends 友達 친구 > 朋友 親友 同伴
colleague colleagues coworker coworkers 同僚 동료 > 同事 多人
guest guests visitor visitors ゲスト 来客 訪問者 손님 방문객 > 訪客 客人 來賓
bring brings take_with 持参 持ち込み 持って行 持っていっ 連れて 連れて行 連れていっ 가져가 가져와 데려가 데리고 > 攜帶 自備 帶 帶來
bring_my_own my_own our_own own 自分の 持込み 自分で用意 본인_것 > 自備 自帶 自己
provide provided included include includes 含まれ 付属 用意され 포함 제공 > 包含 提供 附 含
not_included excluded 含まれない 別途 별도 불포함 > 不含 另計 不包含
not_allowed forbidden prohibited banned ダメ だめ 금지 안되 > 禁止 不可 不能 不得
lend lending 貸し出し 貸出 貸して 貸し 대여 빌려 > 租借 外借 出借
rent_out hire hiring_out レンタカー 借り 借りたい 借りられますか 렌탈 렌트 > 租 出租 租借
give_back bring_back 返す 返し 返却 返せ 반납 돌려 > 歸還 還車 還書
keep store_for hold holding 預かり 預かって 預け 取り置き 맡기 보관 > 保留 保管 寄放 代收
send post mail_it 送る 送って 送り 郵送 보내 우편 > 寄送 郵寄 寄
receive get_it 受け取る 受け取れ もらえ もらう 수령 > 領取 收到
pick_me_up pick-up pick_us_up 迎え 出迎え 迎えに 픽업_서비스 마중 > 接送 到府 接駁 接
drop_off drop-off 乗り捨て 預け入れ 맡길 > 異地還車 送件 還車
pay_online pay_by_card pay_in_cash オンライン決済 카드_결제 현금_결제 > 線上付款 刷卡 現金
pay_later 後払い 후불 > 後付 月結 之後付
prepay pre-pay pay_in_advance advance_payment 前払い 前金 先払い 선불 선결제 > 預付 先付 訂金
full_price whole_amount 전액 > 全額
half half_price 반값 절반 > 半價 一半 五折
change_fee cancellation_fee cancel_fee キャンセル料 変更手数料 취소_수수료 취소수수료 > 手續費 取消 退費
handling_fee service_fee 手数料 수수료 > 手續費 服務費
security_deposit bond 敷金 보증금 > 押金 保證金
labor labour labor_cost 工賃 作業料 공임 인건비 > 工資 工錢
parts spare_part spare_parts 部品 パーツ 부품 > 零件 材料
estimate quote quotation 見積 見積り 見積もり 견적 > 估價 報價
inspection_fee checkup_fee diagnosis_fee 点検料 診断料 검사비 > 檢測費 檢查費
tax taxes vat 税込 세금 > 稅 含稅 稅金
tip tips チップ > 小費 服務費
cheap inexpensive affordable 安い 安く 싸게 저렴 > 便宜 優惠
expensive 高い 高く 비싸 비싼 > 貴 價格
rate rates レート 料率 요율 > 費率 價格 費用
bill invoice_copy 請求書 청구서 > 帳單 發票
card_reader terminal 단말기 > 刷卡機
mobile_payment apple_pay google_pay line_pay jkopay 電子マネー スマホ決済 paypay 간편결제 > 行動支付 電子支付 line_pay
status progress 進捗 진행_상황 상태 > 進度 狀態
apply applying application applications 申し込む 申込 申込み 신청 지원 > 申請 報名 辦理
form forms 書式 フォーム 양식 서식 > 表格 申請書 表單
document documents paperwork papers 書類 必要書類 서류 > 文件 證件 資料 應備
original originals 原本 원본 > 正本 原本
copy_of photocopy_of コピー 사본 > 影本 副本 影印本
signature sign signed サイン 서명 > 簽名 簽章
seal stamp stamps はんこ ハンコ 도장 > 印章 印鑑
photo_id photo_identification 顔写真 証明写真 신분증 > 身分證 證件 照片
license licence driving_license driver's_license drivers_license driving_licence 免許証 免許 運転免許 면허증 운전면허 > 駕照 執照
international_license international_driving_permit idp 国際免許 国際運転免許 국제면허 > 國際駕照
visa_application work_permit arc resident_permit residence_permit 在留カード ビザ 就労 비자 체류증 > 簽證 居留證 工作許可
resident residents citizen citizens local 住民 居住者 시민 주민 > 市民 居民 設籍 本國人
foreigner foreigners foreign tourist tourists 外国人 観光客 旅行者 외국인 관광객 > 外國人 外籍 外國 旅客
proxy someone_else_collect representative_collect 代理受取 代わりに 대리 대신 > 代理 代領 委託 代辦
notary notarize notarized notarization 公証人 공증 > 公證 認證
translation translate translated translator 翻訳 翻訳文 번역 > 翻譯 譯本 譯文
interpretation interpreter interpreting 通訳 통역 > 口譯
word_count words_per per_word 文字数 一文字 글자수 > 字數 每字
rush express_service urgent_service 急ぎ お急ぎ 至急 급행 빨리 > 急件 加急 最快
deadline due_date due 締切 締め切り いつまで 마감 기한 언제까지 > 截止 期限 最晚 到期
how_long_does_it_last last lasts 日持ち 日持ちし > 保存 保存期限 效期
valid validity 有効期間 유효 > 有效 有效期
start begin begins starts 始まり 始ま 시작 > 開始 開課
end ends finish finishes 終わり 終了 終わる 종료 > 結束
leave leaves 出る 退室 나가 퇴실 > 離場 離開 退場
enter entry go_in 入る 入れ 入れますか 들어가 입장 > 進入 入場 進場
sit seat seats seating 座席 座れ 자리 좌석 > 座位 位子 席
table tables テーブル 테이블 > 桌 桌位
space spaces スペース 공간 > 空間 場地
venue hall event_space ホール 장소 > 場地 會場
meeting_room conference_room 회의실 > 會議室
office offices desk desks オフィス 事務所 デスク 사무실 책상 > 辦公室 座位 固定座
locker lockers ロッカー 락커 사물함 > 置物櫃 鎖櫃 寄物櫃
shower showers シャワー 샤워 > 淋浴 沖澡 洗澡
changing_room locker_room 更衣室 탈의실 > 更衣室
monitor monitors external_monitor display モニター ディスプレイ 外付けモニター 모니터 > 螢幕 外接螢幕
projector プロジェクター 프로젝터 > 投影機
printer printers scanner プリンター プリンタ スキャナ 프린터 > 印表機 列印 影印
charger charge_my_phone charging 充電器 충전 > 充電 充電器
power_outlet outlet socket plug コンセント 콘센트 > 插座 電源
internet network wi-fi_password ネット インターネット 인터넷 > 網路 wifi
fixed_ip static_ip 固定ip 고정_ip > 固定ip ip
noise noisy loud うるさい 騒音 소음 시끄 > 噪音 吵 音量 聲音
quiet 静か 조용 > 安靜
air_conditioning air_conditioner ac aircon エアコン 에어컨 > 冷氣 空調
heating heater 暖房 ヒーター 난방 > 暖氣 暖
kitchen キッチン 台所 주방 > 廚房
food eat eating meal meals 食べ物 食べ 食事 음식 식사 > 飲食 用餐 食物 吃
drink drinks beverage beverages 飲み物 飲み ドリンク 음료 마시 > 飲料 喝
water お水 > 水 飲水
alcohol beer wine アルコール お酒 ビール 맥주 > 酒 酒精
ice 얼음 > 冰 冰塊
rice ご飯 > 飯
meat beef pork chicken 고기 > 肉 牛 豬 雞
seafood fish shrimp えび 해산물 생선 > 海鮮 魚 蝦
egg eggs たまご 계란 달걀 > 蛋 雞蛋
fruit fruits フルーツ 과일 > 水果
vegetable vegetables 野菜 채소 야채 > 蔬菜
bread パン > 麵包
noodles noodle ラーメン 국수 > 麵
dessert desserts デザート スイーツ 디저트 > 甜點
set_meal combo セット 세트 > 套餐
buffet all_you_can_eat 食べ放題 バイキング 뷔페 > 吃到飽 自助
portion serving servings 一人前 인분 > 人份
helmet helmets ヘルメット 헬멧 > 安全帽
full_face full-face フルフェイス 풀페이스 > 全罩
raincoat 雨具 カッパ レインコート 우비 > 雨衣
scooter scooters motorbike motorcycle moped バイク 原付 スクーター 스쿠터 오토바이 > 機車 摩托車
car cars vehicle vehicles 自動車 くるま 자동차 > 車 汽車 車輛
bike bikes bicycle bicycles 自転車 チャリ 자전거 > 腳踏車 自行車 單車
electric electric_scooter ev 電動バイク 전동 전기 > 電動 電動車
tire tires tyre tyres タイヤ 타이어 > 輪胎 胎
flat_tire flat_tyre puncture パンク 펑크 > 爆胎 破胎 補胎
brake brakes ブレーキ 브레이크 > 煞車
engine_oil oil_change oil オイル オイル交換 엔진오일 > 機油 換油
gas petrol gasoline fuel ガソリン 給油 満タン 기름 주유 휘발유 > 加油 汽油 油
tow towing tow_truck レッカー 견인 > 拖車 拖吊
breakdown broke_down break_down roadside 動かない エンジンがかからない 고장 > 拋錨 故障 道路救援
accident accidents crash 사고 > 事故 車禍 意外
traffic_ticket parking_ticket 違反 反則金 과태료 > 罰單 違規
maintenance service_my tune-up メンテナンス 点検 정비 점검 > 保養 維修
replace replacement 取り替え 取替 交換して 교체 > 更換
key keys カギ 열쇠 > 鑰匙
airport airports 공항 > 機場
high_speed_rail hsr thsr 新幹線 고속철도 > 高鐵
taxi uber cab タクシー 택시 > 計程車
ferry boat ship_to フェリー 배편 > 船 渡輪
map google_map google_maps マップ 지도 > 地圖 導航
near nearby nearest close_to 近く 近い 最寄り 근처 가까운 > 附近 旁邊 最近
floor floors 何階 > 樓 樓層
exit 출구 > 出口
front_desk reception counter desk_clerk フロント 窓口 프런트 카운터 창구 > 櫃檯 櫃台 窗口
staff employee employees someone_there スタッフ 係員 직원 > 人員 店員 服務人員
manager boss owner 責任者 매니저 사장 > 店長 主管 負責人
instructor coach coaches trainer インストラクター コーチ 指導員 강사 코치 > 教練 老師
lesson lessons レッスン 講習 레슨 강습 > 課程 教學
beginner_class beginners 초급 입문 > 初級 入門 基礎
private_lesson one-on-one personal_training 個人レッスン マンツーマン 개인레슨 > 個別 一對一 私人教練
group_class group_lesson グループ 団体レッスン 그룹 > 團體班 團班 小班
level levels レベル 레벨 > 程度 級別 等級
skip_class miss_a_class miss_class 休んだら 休んだ場合 결석 > 請假 缺課 補課
enroll enrollment enrol 受講 등록 수강 > 報名 入會 入學
drop_out quit stop_membership 退会したい やめたい 辞めたい 그만두 탈퇴하 > 退會 終止 退費
pause suspend freeze_my_membership put_on_hold 休会 一時停止 일시정지 > 暫停 停權
extend extension 延ばす 延長したい 연장하 > 延長 延期 展延
transfer_to_someone give_to_a_friend 譲渡 譲れ 譲り 양도 > 轉讓 讓渡 轉
share sharing 共有 シェア 공유 > 共用 共享 一起用
court courts コート 코트 > 球場 場地
badminton バドミントン 배드민턴 > 羽球
tennis テニス 테니스 > 網球
basketball バスケ バスケットボール 농구 > 籃球
table_tennis ping_pong 탁구 > 桌球
yoga ヨガ 요가 > 瑜珈 瑜伽
dance ダンス 댄스 > 舞蹈
swimsuit swimwear swimming_suit 水着 수영복 > 泳衣 泳褲
swim_cap swimming_cap 水泳帽 スイムキャップ 수영모 > 泳帽
goggles ゴーグル 물안경 > 蛙鏡 泳鏡
lifeguard 監視員 안전요원 > 救生員
sauna spa サウナ スパ 사우나 > 三溫暖 烤箱 蒸氣室 spa
shoes シューズ 신발 > 鞋 鞋子
racket rackets racquet ラケット 라켓 > 球拍
ball balls ボール > 球
music piano guitar violin ピアノ ギター 피아노 기타 > 音樂 鋼琴 吉他
book books 도서 > 書 書籍
textbook textbooks 教科書 교재 > 教材 課本
magazine magazines 잡지 > 雜誌
used_book second-hand second_hand used 古本 중고 > 二手 中古
stationery pen pens notebook_paper ペン 문구 > 文具 筆
wrap wrapping gift_wrap gift_wrapping ラッピング 포장 > 包裝 禮物包裝
loyalty reward rewards cashback キャッシュバック 적립 > 回饋 點數 紅利
gift_certificate gift_voucher voucher vouchers ギフト券 상품권 > 禮券 商品券 抵用券
used_up expire_points ポイントの期限 포인트_유효 > 點數 到期 期限
pre_order preordering 先行予約 예약_구매 > 預購
restock back_in_stock 再入荷 入荷 재입고 > 補貨 到貨 再進貨
limited limited_edition 한정 > 限量 限定
new_arrival new_item 新商品 新作 신상품 > 新品
brand brands ブランド 브랜드 > 品牌
model models 機種 モデル 型番 모델 > 型號 款式
spec specs specification dimensions 仕様 寸法 사양 > 規格 尺寸
length height width long tall wide 長さ 高さ 길이 높이 > 尺寸
heavy weigh weighs 重い 무게 > 重量 公斤
capacity volume 용량 > 容量 人數
fit fits try_on 試着 입어 > 試穿 尺寸
original_box packaging box boxes 元の箱 상자 박스 > 盒 包裝 外盒
opened_item used_item 使用済み 開けた 개봉한 > 拆封 使用過
change_my_mind changed_my_mind 気が変わ 변심 > 鑑賞期 退貨 七天
who_pays whose_expense どちらが負担 誰が払 부담 > 負擔 運費
customs duty import_tax 관세 > 關稅
address_change move moving 引っ越し 転居 이사 > 搬家 變更地址 遷入
change_my_name name_change 氏名変更 개명 > 改名 更改姓名
wrong_address mistake typo 間違え 間違い 잘못 > 錯誤 打錯 更正
replacement_card reissue reissued duplicate 再発行 재발급 > 補發 補辦 重新申請
stolen steal theft 盗まれ 도난 > 被偷 失竊 遺失
police 경찰 > 警察 報案
responsible liable liability compensation compensate 弁償 보상 배상 책임 > 賠償 責任 負責 照價
damage scratched dent キズ 壊した 壊したら 손상 파손하 > 損壞 毀損 刮傷 賠償
guarantee_period warranty_period 保証期間 보증기간 > 保固期 保固
come_to_my_home home_visit house_call home_service on-site 방문_서비스 출장 > 到府 上門 到宅
visit_in_person in_person come_in 来店 直接行 窓口で 직접_방문 > 親自 臨櫃 到店 現場
online オンライン ネットで 온라인 > 線上 網路
by_phone over_the_phone 電話で 전화로 > 電話
by_mail by_post 郵送で 우편으로 > 郵寄 掛號
by_email メールで 이메일로 > email 電子郵件 信箱
app application_form_online アプリ 어플 > app 應用程式
website site web サイト ホームページ 홈페이지 웹사이트 > 網站 官網
reply respond response answer_me 返事 답장 회신 > 回覆
contact_you reach_you get_in_touch お問い合わせ 問い合わせ 문의 연락 > 聯絡 客服 電話
advice consult consultation counseling カウンセリング 상담 > 諮詢 評估
free_consultation 無料相談 무료상담 > 免費諮詢 諮詢
vet veterinarian animal_hospital 獣医 動物病院 수의사 동물병원 > 獸醫 動物醫院 醫師
neuter neutered spay spayed spaying neutering 去勢 避妊 避妊手術 중성화 > 結紮 絕育
microchip chip マイクロチップ 마이크로칩 > 晶片
deworm deworming flea fleas tick ticks heartworm ノミ ダニ フィラリア 구충 > 驅蟲 跳蚤 壁蝨 心絲蟲
rabbit rabbits hamster hamsters bird birds turtle ウサギ うさぎ ハムスター 토끼 햄스터 > 兔 鼠 鳥 烏龜
pet_hotel pet_boarding ペットホテル 애견호텔 > 寵物旅館 住宿 寄宿
cage crate carrier ケージ キャリー 케이지 > 籠 提籠 外出籠
leash lead リード 목줄 > 牽繩
feed feeding pet_food フード えさ 사료 > 飼料 餵食 食物
diet special_diet 療法食 처방식 > 處方飼料 飲食
fasting fast empty_stomach 絶食 금식 공복 > 禁食 空腹
x-ray xray レントゲン 엑스레이 > x光
ultrasound エコー 초음파 > 超音波
stitches wound 縫合 실밥 상처 > 傷口 拆線
fever cold cough 風邪 감기 기침 > 發燒 感冒 咳嗽
diarrhea vomiting vomit 下痢 嘔吐 吐い 설사 구토 > 拉肚子 腹瀉 嘔吐
pain hurt hurts painful 痛い 痛み 아프 통증 > 痛 疼痛
side_effect side_effects 부작용 > 副作用
allergy_test アレルギー検査 알레르기_검사 > 過敏檢測
treatment treatments therapy 施術 치료 시술 > 治療 療程
massage マッサージ 마사지 > 按摩 推拿
acupuncture はり > 針灸
skin facial 피부 > 皮膚 臉部
hair haircut hair_dye perm カット パーマ カラーリング 염색 파마 머리 > 剪髮 染髮 燙髮 頭髮
nail nails manicure ネイル 네일 > 美甲 指甲
makeup make-up メイク 화장 > 化妝 妝
braces orthodontics 교정 > 矯正 牙套
whitening ホワイトニング 미백 > 美白
filling cavity 虫歯 충치 > 補牙 蛀牙
cleaning scaling クリーニング 歯石 청소 스케일링 > 清潔 洗牙 清洗 打掃
house_cleaning cleaner 掃除 > 打掃 清潔
moving_company mover movers 引越し 이삿짐 > 搬家
garbage trash recycling ゴミ 쓰레기 > 垃圾 回收
electricity power_bill 電気代 전기 > 電費 水電 電
lease contract contracts agreement 계약 > 合約 契約 租約
terminate early_termination 中途解約 해지 > 解約 終止 退租 提前
landlord tenant 借主 집주인 세입자 > 房東 房客
wedding_photo photoshoot photography 結婚写真 촬영 > 拍攝 攝影 婚紗
film video ビデオ 영상 동영상 > 影片 錄影
flower flowers bouquet 꽃다발 > 花 花束
party parties event events パーティー イベント 파티 행사 > 活動 派對 包場
speech seminar lecture セミナー 강연 > 講座 演講
exhibition museum exhibit 전시 박물관 > 展覽 博物館
guide guided_tour ガイド 가이드 > 導覽 解說
camping camp tent キャンプ テント 캠핑 텐트 > 露營 營位 帳篷
beach sea ocean ビーチ 바다 > 海 海邊
mountain hiking 등산 > 山 登山
view ocean_view 眺め 전망 경치 > 景觀 海景
bed beds double_bed twin ベッド ダブル ツイン 침대 > 床 雙人床
blanket quilt pillow 이불 베개 > 棉被 被子 枕頭
toothbrush amenities 歯ブラシ アメニティ 칫솔 어메니티 > 牙刷 備品 盥洗用品
early_check-in early_check_in アーリーチェックイン 얼리체크인 > 提早入住 提前入住
late_check-out late_checkout late_check_out レイトチェックアウト 레이트체크아웃 > 延遲退房 晚退房
scholarship subsidy grant allowance 助成金 보조금 지원금 > 補助 津貼
income low-income salary 収入 低所得 소득 > 收入 所得 低收入
pension retirement 연금 > 年金 退休
death deceased died 亡くな 사망 > 死亡 除戶
heir inheritance 相続 상속 > 繼承 遺產
parent parents guardian legal_guardian 保護者 両親 보호자 부모 > 家長 父母 法定代理人 監護人
school schools 학교 > 學校
kindergarten nursery daycare 保育園 유치원 어린이집 > 幼兒園 托嬰
exam test_date examination 試験 テスト 시험 > 考試 測驗
score result results 결과 성적 > 結果 成績 報告
internship volunteer インターン ボランティア 자원봉사 > 實習 志工
`;
