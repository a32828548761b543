-- An installation of commit a545cc0: a few rows of most tables, made by that release's own verbs on a fresh database.
-- Its newest migration: 20261128194555_sightings

INSERT INTO "users" ("id", "email", "name", "password_hash", "created_at", "updated_at")
SELECT "id", "email", "name", "password_hash", "created_at", "updated_at" FROM jsonb_populate_recordset(NULL::"users", '[
{"id":"01a22565-2ee0-7c80-a403-0fec130f6c27","name":"測試","email":"01a22565-2e56-7fb1-b741-15fb1d4704ba@example.test","created_at":"2026-11-29T03:41:58.054+00:00","updated_at":"2026-11-29T03:41:58.054+00:00","password_hash":"$argon2id$v=19$m=19456,t=2,p=1$fIDA+0sossQN9/Yo1RsbfQ$vceP8kKWin496q+ZPBtm+3ps4bnFFZAWndYrWiCXO2U"}
]');

INSERT INTO "teams" ("id", "name", "time_zone", "created_at", "updated_at")
SELECT "id", "name", "time_zone", "created_at", "updated_at" FROM jsonb_populate_recordset(NULL::"teams", '[
{"id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","name":"山嵐茶行 a545cc0","time_zone":"Asia/Taipei","created_at":"2026-11-29T03:41:58.074+00:00","updated_at":"2026-11-29T03:41:58.074+00:00"}
]');

INSERT INTO "memberships" ("team_id", "user_id", "role", "created_at")
SELECT "team_id", "user_id", "role", "created_at" FROM jsonb_populate_recordset(NULL::"memberships", '[
{"role":"owner","team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","user_id":"01a22565-2ee0-7c80-a403-0fec130f6c27","created_at":"2026-11-29T03:41:58.082+00:00"}
]');

INSERT INTO "sessions" ("id", "user_id", "team_id", "user_agent", "created_at", "last_seen_at", "expires_at", "revoked_at")
SELECT "id", "user_id", "team_id", "user_agent", "created_at", "last_seen_at", "expires_at", "revoked_at" FROM jsonb_populate_recordset(NULL::"sessions", '[
{"id":"01a22565-30a4-740f-9c48-fea7ce33aeb9","team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","user_id":"01a22565-2ee0-7c80-a403-0fec130f6c27","created_at":"2026-11-29T03:41:58.308+00:00","expires_at":"2026-12-29T03:41:58.308+00:00","revoked_at":null,"user_agent":"test","last_seen_at":"2026-11-29T03:41:58.308+00:00"}
]');

INSERT INTO "password_resets" ("id", "user_id", "token_hash", "created_at", "expires_at", "used_at")
SELECT "id", "user_id", "token_hash", "created_at", "expires_at", "used_at" FROM jsonb_populate_recordset(NULL::"password_resets", '[
{"id":"01a22565-327c-7fae-b7d0-1eec542f5289","used_at":null,"user_id":"01a22565-2ee0-7c80-a403-0fec130f6c27","created_at":"2026-11-29T03:41:58.781+00:00","expires_at":"2026-11-29T04:41:58.778+00:00","token_hash":"\\x53cd0d75a19930a94a39ad795277e530a3ac48e8d1ec34c669b10d001f65e2ee"}
]');

INSERT INTO "invites" ("id", "team_id", "email", "role", "token_hash", "created_at", "expires_at", "accepted_at", "inviter_id")
SELECT "id", "team_id", "email", "role", "token_hash", "created_at", "expires_at", "accepted_at", "inviter_id" FROM jsonb_populate_recordset(NULL::"invites", '[
{"id":"01a22565-326a-75c4-88d9-07b2f1930240","role":"agent","email":"friend@example.test","team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","created_at":"2026-11-29T03:41:58.773+00:00","expires_at":"2026-12-06T03:41:58.762+00:00","inviter_id":"01a22565-2ee0-7c80-a403-0fec130f6c27","token_hash":"\\x2931132631110338d94d3baf8457a04ca9ea43b12b16fe52ccded11216cce1a8","accepted_at":null}
]');

INSERT INTO "bots" ("id", "team_id", "name", "widget_token", "widget_last_seen_at", "widget_last_domain", "primary_color", "position", "bot_name", "avatar_url", "welcome", "placeholder", "enabled", "knowledge_version", "created_at", "updated_at", "deleted_at", "answer_model", "answer_threshold", "contact", "fallback_text", "instructions", "maybe_threshold", "unsupported_rule", "locale", "offers_person", "retention_days", "show_sources", "suggestions", "theme", "model_fault")
SELECT "id", "team_id", "name", "widget_token", "widget_last_seen_at", "widget_last_domain", "primary_color", "position", "bot_name", "avatar_url", "welcome", "placeholder", "enabled", "knowledge_version", "created_at", "updated_at", "deleted_at", "answer_model", "answer_threshold", "contact", "fallback_text", "instructions", "maybe_threshold", "unsupported_rule", "locale", "offers_person", "retention_days", "show_sources", "suggestions", "theme", "model_fault" FROM jsonb_populate_recordset(NULL::"bots", '[
{"id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","name":"小壺","theme":"auto","locale":"","contact":"","enabled":true,"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","welcome":"你好,有什麼可以幫你的嗎?","bot_name":"AI 智能客服","position":"br","avatar_url":"","created_at":"2026-11-29T03:41:58.339+00:00","deleted_at":null,"updated_at":"2026-11-29T03:41:58.385+00:00","model_fault":null,"placeholder":"請輸入訊息...","suggestions":[],"answer_model":"","instructions":"","show_sources":true,"widget_token":"0cb7809b89215909fd4956560ee27f50","fallback_text":"","offers_person":true,"primary_color":"#00d4ff","retention_days":null,"maybe_threshold":null,"answer_threshold":null,"unsupported_rule":"drop","knowledge_version":1,"widget_last_domain":"shop.example.com","widget_last_seen_at":"2026-11-29T03:41:58.445+00:00"}
]');

INSERT INTO "documents" ("id", "team_id", "bot_id", "source_kind", "external_id", "published_version_id", "created_at", "updated_at", "deleted_at", "etag", "fault", "fetched_at", "name", "progress", "source", "state")
SELECT "id", "team_id", "bot_id", "source_kind", "external_id", "published_version_id", "created_at", "updated_at", "deleted_at", "etag", "fault", "fetched_at", "name", "progress", "source", "state" FROM jsonb_populate_recordset(NULL::"documents", '[
{"id":"01a22565-30fc-7d54-97f5-9431ae9f461c","etag":null,"name":"運費與付款","fault":null,"state":"ready","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","source":null,"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","progress":null,"created_at":"2026-11-29T03:41:58.397+00:00","deleted_at":null,"fetched_at":null,"updated_at":"2026-11-29T03:41:58.421+00:00","external_id":null,"source_kind":"text","published_version_id":null}
]');

INSERT INTO "document_versions" ("id", "team_id", "document_id", "number", "title", "content", "segment", "author_name", "created_at", "vector_model", "vectors", "vector_fault")
SELECT "id", "team_id", "document_id", "number", "title", "content", "segment", "author_name", "created_at", "vector_model", "vectors", "vector_fault" FROM jsonb_populate_recordset(NULL::"document_versions", '[
{"id":"01a22565-3103-7e06-b772-03eae619c938","title":"運費與付款","number":1,"content":"# 運費\n\n滿一千元免運，未滿收八十元。\n","segment":"\\x0200000001000000020000001d0000006200000006000000140000000000000002000000004e00000e4e0000d84e0000435100004d5100006b5100004153000043530000366500002a6700003e6b0000e16e0000398d0000d08f00004353004ed84e0e4e3e6bd84e4d514351d08f4d5141536b5143514153435143536b513665e16e2a67d08f3e6b004ee16e3665e16e0e4e398d398dd08f000000000300000006000000090000000e0000001100000014000000170000001a0000001d0000002000000023000000280000002d0000003300000036000000390000003c0000003f0000004200000045000000480000004b0000004e0000005100000054000000570000005a0000005d000000620000000d001600000100010100000100000101020101010001010001010001010001010001010001010000010102010101010200000101030000010100010100000100000100010100010100010100010100010100010100010100000100010100010100000101020000","team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","vectors":null,"created_at":"2026-11-29T03:41:58.377+00:00","author_name":"測試","document_id":"01a22565-30fc-7d54-97f5-9431ae9f461c","vector_fault":null,"vector_model":null}
]');
UPDATE "documents" SET "published_version_id" = '01a22565-3103-7e06-b772-03eae619c938' WHERE "id" = '01a22565-30fc-7d54-97f5-9431ae9f461c';

INSERT INTO "passages" ("id", "team_id", "version_id", "ordinal", "start", "end", "headings", "answer", "questions")
SELECT "id", "team_id", "version_id", "ordinal", "start", "end", "headings", "answer", "questions" FROM jsonb_populate_recordset(NULL::"passages", '[
{"id":"01a22565-310c-7386-bf82-de41b5a97408","end":20,"start":6,"answer":[],"ordinal":0,"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","headings":["運費"],"questions":[],"version_id":"01a22565-3103-7e06-b772-03eae619c938"}
]');

INSERT INTO "visitors" ("id", "team_id", "bot_id", "created_at", "email", "name", "traits", "key")
SELECT "id", "team_id", "bot_id", "created_at", "email", "name", "traits", "key" FROM jsonb_populate_recordset(NULL::"visitors", '[
{"id":"01a22565-3137-77da-a162-3ad20b0a7cb4","key":null,"name":null,"email":null,"bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","traits":{},"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","created_at":"2026-11-29T03:41:58.455+00:00"},
{"id":"01a22565-31f1-7e1d-81a4-1e72f893f9c8","key":"email:hua@example.com","name":null,"email":"hua@example.com","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","traits":{},"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","created_at":"2026-11-29T03:41:58.641+00:00"}
]');

INSERT INTO "conversations" ("id", "team_id", "bot_id", "visitor_id", "chat_id", "domain", "page_url", "locale", "last_turn_ms", "created_at", "last_activity_at", "visitor_turns", "person_handled_at", "wants_person_at", "last_asked", "assignee_id", "closed_at", "snoozed_until", "state", "tags", "taken_at", "visitor_secret_hash")
SELECT "id", "team_id", "bot_id", "visitor_id", "chat_id", "domain", "page_url", "locale", "last_turn_ms", "created_at", "last_activity_at", "visitor_turns", "person_handled_at", "wants_person_at", "last_asked", "assignee_id", "closed_at", "snoozed_until", "state", "tags", "taken_at", "visitor_secret_hash" FROM jsonb_populate_recordset(NULL::"conversations", '[
{"id":"01a22565-3137-7f3b-ac7a-64cd6b28e5d1","tags":[],"state":"bot","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","domain":"shop.example.com","locale":null,"chat_id":"web_0000000a","team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","page_url":null,"taken_at":null,"closed_at":null,"created_at":"2026-11-29T03:41:58.455+00:00","last_asked":"謝謝","visitor_id":"01a22565-3137-77da-a162-3ad20b0a7cb4","assignee_id":null,"last_turn_ms":1795923718637,"snoozed_until":null,"visitor_turns":2,"wants_person_at":null,"last_activity_at":"2026-11-29T03:41:58.637+00:00","person_handled_at":null,"visitor_secret_hash":null},
{"id":"01a22565-31f1-717f-bb8d-bc9b08555411","tags":[],"state":"waiting","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","domain":"shop.example.com","locale":null,"chat_id":"web_0000000b","team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","page_url":null,"taken_at":null,"closed_at":null,"created_at":"2026-11-29T03:41:58.641+00:00","last_asked":"我要找真人客服","visitor_id":"01a22565-31f1-7e1d-81a4-1e72f893f9c8","assignee_id":null,"last_turn_ms":1795923718693,"snoozed_until":null,"visitor_turns":2,"wants_person_at":"2026-11-29T03:41:58.689+00:00","last_activity_at":"2026-11-29T03:41:58.693+00:00","person_handled_at":null,"visitor_secret_hash":null}
]');

INSERT INTO "chat_reads" ("team_id", "user_id", "conversation_id", "seen_turns")
SELECT "team_id", "user_id", "conversation_id", "seen_turns" FROM jsonb_populate_recordset(NULL::"chat_reads", '[
{"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","user_id":"01a22565-2ee0-7c80-a403-0fec130f6c27","seen_turns":2,"conversation_id":"01a22565-3137-7f3b-ac7a-64cd6b28e5d1"}
]');

INSERT INTO "messages" ("id", "team_id", "conversation_id", "author", "author_name", "state", "reply_to", "bubbles", "sources", "answered", "confidence", "created_at", "degraded", "rated_at", "rating", "rating_reason", "folded", "answered_by", "author_id", "bot_id", "duration_ms", "input_tokens", "kind", "output_tokens")
SELECT "id", "team_id", "conversation_id", "author", "author_name", "state", "reply_to", "bubbles", "sources", "answered", "confidence", "created_at", "degraded", "rated_at", "rating", "rating_reason", "folded", "answered_by", "author_id", "bot_id", "duration_ms", "input_tokens", "kind", "output_tokens" FROM jsonb_populate_recordset(NULL::"messages", '[
{"id":"01a22565-3137-7f62-8ede-af0b6ae63a18","kind":"message","state":"complete","author":"visitor","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","folded":"运费是多少?","rating":null,"bubbles":["運費是多少？"],"sources":[],"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","answered":null,"degraded":false,"rated_at":null,"reply_to":null,"author_id":null,"confidence":null,"created_at":"2026-11-29T03:41:58.455+00:00","answered_by":null,"author_name":"","duration_ms":null,"input_tokens":null,"output_tokens":null,"rating_reason":"","conversation_id":"01a22565-3137-7f3b-ac7a-64cd6b28e5d1"},
{"id":"01a22565-31d7-7e1b-b8a3-589a445ccdfb","kind":"message","state":"complete","author":"bot","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","folded":"满一千元免运,未满收八十元。","rating":"up","bubbles":["滿一千元免運，未滿收八十元。"],"sources":[{"quote":"滿一千元免運，未滿收八十元。","title":"運費與付款","ordinal":0,"versionId":"01a22565-3103-7e06-b772-03eae619c938","documentId":"01a22565-30fc-7d54-97f5-9431ae9f461c"}],"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","answered":true,"degraded":false,"rated_at":"2026-11-29T03:41:58.7+00:00","reply_to":"01a22565-3137-7f62-8ede-af0b6ae63a18","author_id":null,"confidence":0.74789846,"created_at":"2026-11-29T03:41:58.615+00:00","answered_by":"documents","author_name":"AI 智能客服","duration_ms":166,"input_tokens":null,"output_tokens":null,"rating_reason":"","conversation_id":"01a22565-3137-7f3b-ac7a-64cd6b28e5d1"},
{"id":"01a22565-31dc-7e49-9967-29e728e083b2","kind":"message","state":"complete","author":"visitor","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","folded":"谢谢","rating":null,"bubbles":["謝謝"],"sources":[],"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","answered":null,"degraded":false,"rated_at":null,"reply_to":null,"author_id":null,"confidence":null,"created_at":"2026-11-29T03:41:58.62+00:00","answered_by":null,"author_name":"","duration_ms":null,"input_tokens":null,"output_tokens":null,"rating_reason":"","conversation_id":"01a22565-3137-7f3b-ac7a-64cd6b28e5d1"},
{"id":"01a22565-31ed-7d3e-a410-c66b8e6a363e","kind":"message","state":"complete","author":"bot","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","folded":"不客气!还有想知道的,随时问我。","rating":null,"bubbles":["不客氣！還有想知道的，隨時問我。"],"sources":[],"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","answered":null,"degraded":false,"rated_at":null,"reply_to":"01a22565-31dc-7e49-9967-29e728e083b2","author_id":null,"confidence":null,"created_at":"2026-11-29T03:41:58.637+00:00","answered_by":"small_talk","author_name":"AI 智能客服","duration_ms":18,"input_tokens":null,"output_tokens":null,"rating_reason":"","conversation_id":"01a22565-3137-7f3b-ac7a-64cd6b28e5d1"},
{"id":"01a22565-31f1-781f-91c9-84f09b816f7d","kind":"message","state":"complete","author":"visitor","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","folded":"你们有卖脚踏车吗?","rating":null,"bubbles":["你們有賣腳踏車嗎？"],"sources":[],"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","answered":null,"degraded":false,"rated_at":null,"reply_to":null,"author_id":null,"confidence":null,"created_at":"2026-11-29T03:41:58.641+00:00","answered_by":null,"author_name":"","duration_ms":null,"input_tokens":null,"output_tokens":null,"rating_reason":"","conversation_id":"01a22565-31f1-717f-bb8d-bc9b08555411"},
{"id":"01a22565-321d-7bf4-84cd-e993e3f2343a","kind":"message","state":"complete","author":"bot","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","folded":"这个问题在我手边的资料里找不到答案,我不想乱猜。可以换个说法再问一次,或直接跟我们的人员联络。","rating":"down","bubbles":["這個問題在我手邊的資料裡找不到答案，我不想亂猜。可以換個說法再問一次，或直接跟我們的人員聯絡。"],"sources":[],"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","answered":false,"degraded":false,"rated_at":"2026-11-29T03:41:58.735+00:00","reply_to":"01a22565-31f1-781f-91c9-84f09b816f7d","author_id":null,"confidence":0,"created_at":"2026-11-29T03:41:58.685+00:00","answered_by":"documents","author_name":"AI 智能客服","duration_ms":44,"input_tokens":null,"output_tokens":null,"rating_reason":"沒回答","conversation_id":"01a22565-31f1-717f-bb8d-bc9b08555411"},
{"id":"01a22565-3221-7f2f-bb69-d9e06e2805b2","kind":"message","state":"complete","author":"visitor","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","folded":"我要找真人客服","rating":null,"bubbles":["我要找真人客服"],"sources":[],"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","answered":null,"degraded":false,"rated_at":null,"reply_to":null,"author_id":null,"confidence":null,"created_at":"2026-11-29T03:41:58.689+00:00","answered_by":null,"author_name":"","duration_ms":null,"input_tokens":null,"output_tokens":null,"rating_reason":"","conversation_id":"01a22565-31f1-717f-bb8d-bc9b08555411"},
{"id":"01a22565-3225-7d15-a9ca-6df8031582b7","kind":"message","state":"complete","author":"bot","bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","folded":"已经告诉我们的人员,你想找真人。","rating":null,"bubbles":["已經告訴我們的人員，你想找真人。"],"sources":[],"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","answered":null,"degraded":false,"rated_at":null,"reply_to":"01a22565-3221-7f2f-bb69-d9e06e2805b2","author_id":null,"confidence":null,"created_at":"2026-11-29T03:41:58.693+00:00","answered_by":"person","author_name":"AI 智能客服","duration_ms":4,"input_tokens":null,"output_tokens":null,"rating_reason":"","conversation_id":"01a22565-31f1-717f-bb8d-bc9b08555411"}
]');

INSERT INTO "audit_log" ("id", "team_id", "actor_id", "actor_name", "action", "target_id", "detail", "created_at", "actor_kind", "after", "before")
SELECT "id", "team_id", "actor_id", "actor_name", "action", "target_id", "detail", "created_at", "actor_kind", "after", "before" FROM jsonb_populate_recordset(NULL::"audit_log", '[
{"id":"01a22565-2fc9-75e2-9926-0b2ddd9a3d88","after":null,"action":"account.create","before":null,"detail":{"role":"owner"},"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","actor_id":"01a22565-2ee0-7c80-a403-0fec130f6c27","target_id":"01a22565-2ee0-7c80-a403-0fec130f6c27","actor_kind":"member","actor_name":"測試","created_at":"2026-11-29T03:41:58.094+00:00"},
{"id":"01a22565-30d0-71b4-9be5-0669ab87e0b3","after":null,"action":"bot.create","before":null,"detail":{"name":"小壺"},"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","actor_id":"01a22565-2ee0-7c80-a403-0fec130f6c27","target_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","actor_kind":"member","actor_name":"測試","created_at":"2026-11-29T03:41:58.357+00:00"},
{"id":"01a22565-3117-773a-bca1-5321dc6db3dd","after":null,"action":"document.create","before":null,"detail":{"botId":"01a22565-30bf-77bd-92e7-75f56ca38ad2","title":"運費與付款"},"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","actor_id":"01a22565-2ee0-7c80-a403-0fec130f6c27","target_id":"01a22565-30fc-7d54-97f5-9431ae9f461c","actor_kind":"member","actor_name":"測試","created_at":"2026-11-29T03:41:58.423+00:00"},
{"id":"01a22565-3277-75de-8226-fc7aefd2e418","after":null,"action":"invite.create","before":null,"detail":{"role":"agent","email":"friend@example.test"},"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","actor_id":"01a22565-2ee0-7c80-a403-0fec130f6c27","target_id":"01a22565-326a-75c4-88d9-07b2f1930240","actor_kind":"member","actor_name":"測試","created_at":"2026-11-29T03:41:58.775+00:00"}
]');

INSERT INTO "sightings" ("team_id", "bot_id", "domain", "first_seen_at", "last_seen_at")
SELECT "team_id", "bot_id", "domain", "first_seen_at", "last_seen_at" FROM jsonb_populate_recordset(NULL::"sightings", '[
{"bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","domain":"shop.example.com","team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","last_seen_at":"2026-11-29T03:41:58.445+00:00","first_seen_at":"2026-11-29T03:41:58.445+00:00"}
]');

INSERT INTO "files" ("id", "team_id", "bot_id", "name", "sha256", "bytes", "type", "storage_key", "created_at", "stored_at", "expires_at")
SELECT "id", "team_id", "bot_id", "name", "sha256", "bytes", "type", "storage_key", "created_at", "stored_at", "expires_at" FROM jsonb_populate_recordset(NULL::"files", '[
{"id":"01a22565-328c-76c5-b854-cfeae9bc8d22","name":"茶單.txt","type":"text/plain","bytes":6,"bot_id":"01a22565-30bf-77bd-92e7-75f56ca38ad2","sha256":"\\xcc6453ae38e96964630b2760f56b9eb1c629de36f39eadb15e5c290fa3d9d1f0","team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","stored_at":"2026-11-29T03:41:58.817+00:00","created_at":"2026-11-29T03:41:58.797+00:00","expires_at":null,"storage_key":"01a22565-2ee0-76d0-9926-76fc9e065cd3/4bae69d7b67367d1d93481b6519fed6d"}
]');

INSERT INTO "file_leftovers" ("storage_key", "created_at")
SELECT "storage_key", "created_at" FROM jsonb_populate_recordset(NULL::"file_leftovers", '[
{"created_at":"2026-11-29T03:41:58.82+00:00","storage_key":"01a22565-2ee0-76d0-9926-76fc9e065cd3/d7fa5fe55e8cd9bb1b2bd0800dad0862"}
]');

INSERT INTO "jobs" ("id", "team_id", "name", "key", "input", "state", "again", "attempts", "progress_done", "progress_total", "fault", "every_seconds", "due_at", "created_at", "started_at", "ended_at")
SELECT "id", "team_id", "name", "key", "input", "state", "again", "attempts", "progress_done", "progress_total", "fault", "every_seconds", "due_at", "created_at", "started_at", "ended_at" FROM jsonb_populate_recordset(NULL::"jobs", '[
{"id":"01a22565-32aa-7a9b-8508-75b357de1fd5","key":null,"name":"deliver-outbox","again":false,"fault":null,"input":{"messageId":"01a22565-32a7-79af-8ea4-0f88a4d11f12"},"state":"waiting","due_at":null,"team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","attempts":0,"ended_at":null,"created_at":"2026-11-29T03:41:58.826+00:00","started_at":null,"every_seconds":null,"progress_done":null,"progress_total":null}
]');

INSERT INTO "outbox" ("id", "team_id", "kind", "version", "ids", "created_at", "delivered_at")
SELECT "id", "team_id", "kind", "version", "ids", "created_at", "delivered_at" FROM jsonb_populate_recordset(NULL::"outbox", '[
{"id":"01a22565-32a7-79af-8ea4-0f88a4d11f12","ids":{"locale":"zh-TW","inviteId":"01a22565-326a-75c4-88d9-07b2f1930240"},"kind":"invite-mail","team_id":"01a22565-2ee0-76d0-9926-76fc9e065cd3","version":1,"created_at":"2026-11-29T03:41:58.824+00:00","delivered_at":null}
]');

INSERT INTO "outbox_attempts" ("id", "message_id", "fault", "created_at")
SELECT "id", "message_id", "fault", "created_at" FROM jsonb_populate_recordset(NULL::"outbox_attempts", '[
{"id":"01a22565-32b3-73b2-972a-964b307842a9","fault":"mail_unreachable","created_at":"2026-11-29T03:41:58.84+00:00","message_id":"01a22565-32a7-79af-8ea4-0f88a4d11f12"}
]');
