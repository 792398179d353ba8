BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE attempts (
	number INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	profile_id VARCHAR(64) NOT NULL, 
	scenario_version VARCHAR(64) NOT NULL, 
	file_sha256 VARCHAR(64) NOT NULL, 
	scenario_id VARCHAR(60) NOT NULL, 
	title TEXT NOT NULL, 
	trade TEXT NOT NULL, 
	track VARCHAR(20) NOT NULL, 
	customer_name TEXT NOT NULL, 
	face TEXT NOT NULL, 
	mode VARCHAR(20) NOT NULL, 
	month VARCHAR(7) NOT NULL, 
	began_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	turns INTEGER NOT NULL, 
	event_count INTEGER NOT NULL, 
	head VARCHAR(64) NOT NULL, 
	courtesy INTEGER, 
	patience INTEGER, 
	helpfulness INTEGER, 
	reading INTEGER, 
	ending_kind VARCHAR(20), 
	reviewed_at DATETIME, 
	review_asked_at DATETIME, 
	digest VARCHAR(64) NOT NULL, shift_id VARCHAR(64) REFERENCES shifts (id), shift_number INTEGER, 
	CONSTRAINT pk_attempts PRIMARY KEY (number), 
	CONSTRAINT uq_attempts_id UNIQUE (id), 
	CONSTRAINT fk_attempts_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id), 
	CONSTRAINT fk_attempts_scenario_version FOREIGN KEY(scenario_version) REFERENCES scenario_versions (sha256)
);
INSERT INTO "attempts" VALUES(1,'reviewed','person-1','58ff712017d2c1d9a1aacc832bcef294edbe73b32c084eacd6709bb278fea3ca','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','late-parcel','A late parcel','Parcels','complaint','Amara Okafor','{"like":null,"hair":"bun","skin":6,"age":"adult","top":null}','exam','2026-05','2026-05-03 12:00:00.123456','2026-05-03 12:00:00.123456',0,3,'65875a6900418f414cea17ce69af5906b698571e41f5d7f410646cffd5a1f264',90,NULL,20,50,'good','2026-05-03 13:00:00.123456',NULL,'0f4e55d054fb2c041faae66a6a22bd9ecfef6af6a26ba99a87a8a2fb3c15c66c','s1',1);
INSERT INTO "attempts" VALUES(2,'finished','person-1','58ff712017d2c1d9a1aacc832bcef294edbe73b32c084eacd6709bb278fea3ca','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','late-parcel','A late parcel','Parcels','complaint','Amara Okafor','{"like":null,"hair":"bun","skin":6,"age":"adult","top":null}','exam','2026-05','2026-05-03 12:00:00.123456','2026-05-03 12:00:00.123456',0,3,'c4d99041b40d5682a14c1cb8bc5b249777bdcc38da1cc0cbb54eb74960246002',70,NULL,20,50,'good',NULL,NULL,'a830bd9f895d99bc8e23c175ac5d70a5d7938b6e630de0320b445e628135c7b2','s1',2);
INSERT INTO "attempts" VALUES(3,'under way','person-1','58ff712017d2c1d9a1aacc832bcef294edbe73b32c084eacd6709bb278fea3ca','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff','late-parcel','A late parcel','Parcels','complaint','Amara Okafor','{"like":null,"hair":"bun","skin":6,"age":"adult","top":null}','exam','2026-05','2026-05-03 12:00:00.123456',NULL,2,3,'97f6184f28d2542257bc331a7371ba43c76cbf0b0bbac5108578d2649db7cb65',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'a9fd2a19c70036d64a359229fae40d423a3c8e5eb220eca2f5c17edb77b1be1d','s1',3);
CREATE TABLE events (
	attempt INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	kind VARCHAR(30) NOT NULL, 
	json TEXT NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_events PRIMARY KEY (attempt, position), 
	CONSTRAINT fk_events_attempt FOREIGN KEY(attempt) REFERENCES attempts (number)
);
INSERT INTO "events" VALUES(1,0,'2026-05-03 12:00:00.123456','began','{"kind":"began","scenario_id":"late-parcel","mode":"exam","answer_by":"type","seed":7,"memory":null,"predicted":[],"predicted_because":"","card_read":null}','9b1d70243f05de09816509d1e75c221c4a12457da77a13f1f5cf7dc2c77efb40');
INSERT INTO "events" VALUES(1,1,'2026-05-03 12:00:00.123456','replied','{"kind":"replied","text":"Sorry 😀","chosen":null,"assessment":{"rating":{"courtesy":70,"patience":null,"helpfulness":20,"evidence":[],"flags":[],"margins":null},"matched":null,"similarity":0.0,"needs_met":[],"asked":[],"promised":[]}}','3a8df393759d68fe534256737779c50e8fd859ee25f8baa31acac0002f4057f6');
INSERT INTO "events" VALUES(1,2,'2026-05-03 12:00:00.123456','replied','{"kind":"replied","text":"שלום","chosen":null,"assessment":{"rating":{"courtesy":70,"patience":null,"helpfulness":20,"evidence":[],"flags":[],"margins":null},"matched":null,"similarity":0.0,"needs_met":[],"asked":[],"promised":[]}}','65875a6900418f414cea17ce69af5906b698571e41f5d7f410646cffd5a1f264');
INSERT INTO "events" VALUES(2,0,'2026-05-03 12:00:00.123456','began','{"kind":"began","scenario_id":"late-parcel","mode":"exam","answer_by":"type","seed":7,"memory":null,"predicted":[],"predicted_because":"","card_read":null}','7b51a0dbbe33ae59b3824ec222c5b1aae62ce679995b288de7859119aff9b854');
INSERT INTO "events" VALUES(2,1,'2026-05-03 12:00:00.123456','replied','{"kind":"replied","text":"Sorry 😀","chosen":null,"assessment":{"rating":{"courtesy":70,"patience":null,"helpfulness":20,"evidence":[],"flags":[],"margins":null},"matched":null,"similarity":0.0,"needs_met":[],"asked":[],"promised":[]}}','1ec65dbd03476ebecd787b06427b0dcab7829ce4f6fbc7af9ffce4e5f54c1fc1');
INSERT INTO "events" VALUES(2,2,'2026-05-03 12:00:00.123456','replied','{"kind":"replied","text":"שלום","chosen":null,"assessment":{"rating":{"courtesy":70,"patience":null,"helpfulness":20,"evidence":[],"flags":[],"margins":null},"matched":null,"similarity":0.0,"needs_met":[],"asked":[],"promised":[]}}','c4d99041b40d5682a14c1cb8bc5b249777bdcc38da1cc0cbb54eb74960246002');
INSERT INTO "events" VALUES(3,0,'2026-05-03 12:00:00.123456','began','{"kind":"began","scenario_id":"late-parcel","mode":"exam","answer_by":"type","seed":7,"memory":null,"predicted":[],"predicted_because":"","card_read":null}','55c7639c282011389a55d6c1c0633e22583d6c1b9527884e904be6b0a9608148');
INSERT INTO "events" VALUES(3,1,'2026-05-03 12:00:00.123456','replied','{"kind":"replied","text":"Sorry 😀","chosen":null,"assessment":{"rating":{"courtesy":70,"patience":null,"helpfulness":20,"evidence":[],"flags":[],"margins":null},"matched":null,"similarity":0.0,"needs_met":[],"asked":[],"promised":[]}}','d3d6561c7a41d09e967c0fe3b34bc7601cfdd29f1186a4f6871cab2d3791513a');
INSERT INTO "events" VALUES(3,2,'2026-05-03 12:00:00.123456','replied','{"kind":"replied","text":"שלום","chosen":null,"assessment":{"rating":{"courtesy":70,"patience":null,"helpfulness":20,"evidence":[],"flags":[],"margins":null},"matched":null,"similarity":0.0,"needs_met":[],"asked":[],"promised":[]}}','97f6184f28d2542257bc331a7371ba43c76cbf0b0bbac5108578d2649db7cb65');
CREATE TABLE profiles (
	id VARCHAR(64) NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	name_key VARCHAR(400) NOT NULL, 
	role VARCHAR(20) NOT NULL, 
	created_at DATETIME NOT NULL, 
	last_used_at DATETIME, 
	CONSTRAINT pk_profiles PRIMARY KEY (id), 
	CONSTRAINT uq_profiles_name_key UNIQUE (name_key)
);
INSERT INTO "profiles" VALUES('person-1','Ana','ana','trainee','2026-05-03 12:00:00.123456',NULL);
INSERT INTO "profiles" VALUES('person-2','Tom','tom','trainer','2026-05-03 12:00:00.123456',NULL);
CREATE TABLE reviews (
	number INTEGER NOT NULL, 
	attempt INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	trainer_id VARCHAR(64) NOT NULL, 
	json TEXT NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_reviews PRIMARY KEY (number), 
	CONSTRAINT fk_reviews_attempt FOREIGN KEY(attempt) REFERENCES attempts (number)
);
INSERT INTO "reviews" VALUES(1,1,'2026-05-03 13:00:00.123456','person-2','{"trainer_id":"person-2","trainer_name":"Tom","at":"2026-05-03T13:00:00.123456Z","comment":"Well heard.","overrides":[{"skill":"courtesy","machine":70,"score":90,"reason":"She was kind."}]}','6bb85cfae22e1249c39f56bf4edc8eed0be9ebe68fdea02fe64c7368f2f522a3');
CREATE TABLE scenario_versions (
	sha256 VARCHAR(64) NOT NULL, 
	json TEXT NOT NULL, 
	CONSTRAINT pk_scenario_versions PRIMARY KEY (sha256)
);
INSERT INTO "scenario_versions" VALUES('58ff712017d2c1d9a1aacc832bcef294edbe73b32c084eacd6709bb278fea3ca','{"format":2,"id":"late-parcel","title":"A late parcel","language":"en","track":"complaint","channel":"phone","level":2,"minutes":8,"trade":"Parcels","skills":["apologise"],"trains":["courtesy"],"sells":"service","plain_language":false,"customer":{"name":"Amara Okafor","persona":null,"address_as":"Ms Okafor","pronoun":"she","face":{"like":null,"hair":"bun","skin":6,"age":"adult","top":null},"voice":{"pitch":"middle","pace":"even"},"wants":"resolution_first","audience":150,"about":[],"prefers":[],"feels":{"is":"angry","near":[],"because":["Nobody told her anything"],"strength":null},"state":{"mood":45,"trust":50,"bears_with_us":5},"towards":{"firm":50,"product":50},"temperament":{"anger_gain":1.0,"forgives":"fairly"},"history":[{"on":"2026-05-01","what":"Called twice","note":null,"kind":"contact","id":null,"uses":[],"asks":[]}],"quote":null},"briefing":{"role":"You answer the phone.","goal":"Find the parcel.","good_call":{"courtesy":"a","patience":"b","helpfulness":"c"},"expected":null,"facts":[{"id":"desk","says":"Depots answer within the hour.","note":null,"kind":"info","told":"always","like":[],"tells":null,"may":null,"costs":null,"when":null,"only_if":null}],"policies":[]},"variables":{"tries":0},"topics":{},"start":"opening","gives_up":"lost","steps":{"opening":{"says":["My parcel is a week late."],"messages":[],"says_if":[],"thinks":[],"feels":null,"read":null,"needs":[],"replies":[{"id":"warm","says":"I am sorry; I will find it.","also":[],"when":null,"once":false,"does":null,"then":{"mood":null,"trust":null,"bears_with_us":null,"firm":null,"product":null,"set":{},"opens":[],"closes":[],"remember":[]},"answer":null,"goes":"found"},{"id":"cold","says":"Wait a week.","also":[],"when":"mood < 90 and not told(desk)","once":false,"does":null,"then":{"mood":null,"trust":null,"bears_with_us":null,"firm":null,"product":null,"set":{},"opens":[],"closes":[],"remember":[]},"answer":null,"goes":"lost"}],"otherwise":[{"when":null,"says":null,"then":{"mood":null,"trust":null,"bears_with_us":null,"firm":null,"product":null,"set":{"tries":"1 + 1"},"opens":[],"closes":[],"remember":[]},"goes":"lost"}],"then":{"mood":null,"trust":null,"bears_with_us":null,"firm":null,"product":null,"set":{},"opens":[],"closes":[],"remember":[]},"silence":null,"at_most":null,"better":"I am sorry about the week.","worse":null,"worse_because":null,"hint":"She was still waiting to be heard.","trainer_note":null}},"endings":{"found":{"kind":"good","headline":"The parcel is found","says":"Thank you.","summary":"You looked for it at once.","feels":"relieved","firm":4,"rep":5,"is_solved":null,"expectation":null,"rival":null,"post":null,"remember":[]},"lost":{"kind":"bad","headline":"The parcel is found","says":"Thank you.","summary":"You looked for it at once.","feels":"relieved","firm":4,"rep":5,"is_solved":null,"expectation":null,"rival":null,"post":null,"remember":[]}},"after":{"promises":[],"causes":["silence"],"follow_up":{"best":"Call back","fair":[],"wrong":["Nothing"]},"offer":null},"plays":[],"trainer_notes":null}');
CREATE TABLE scorecards (
	attempt INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	json TEXT NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_scorecards PRIMARY KEY (attempt), 
	CONSTRAINT fk_scorecards_attempt FOREIGN KEY(attempt) REFERENCES attempts (number)
);
INSERT INTO "scorecards" VALUES(1,'2026-05-03 12:00:00.123456','{"scenario_id":"late-parcel","title":"A late parcel","trade":"Parcels","channel":"phone","track":"complaint","mode":"exam","customer":{"name":"Amara Okafor","first_name":"Amara","pronoun":"she","face":{}},"courtesy":70,"patience":null,"helpfulness":20,"flags":[],"not_logged_cost":0,"headline":"The parcel is found","summary":"You looked for it at once.","ending_id":"found","ending_kind":"good","last_words":"Thank you.","turns":[],"branches":[],"reading":50,"predicted":[],"first_feeling":"angry","first_cause":"Nobody told her anything","moved":[],"next":null,"after":{"promises":[],"causes":[],"key_causes":[],"follow_up":"","follow_up_fits":"none","best_follow_up":"","note":"","message":""}}','399e24dab51e2576eb282986c47c23b955391ae139b63e2ea6cb98bf60744e0f');
INSERT INTO "scorecards" VALUES(2,'2026-05-03 12:00:00.123456','{"scenario_id":"late-parcel","title":"A late parcel","trade":"Parcels","channel":"phone","track":"complaint","mode":"exam","customer":{"name":"Amara Okafor","first_name":"Amara","pronoun":"she","face":{}},"courtesy":70,"patience":null,"helpfulness":20,"flags":[],"not_logged_cost":0,"headline":"The parcel is found","summary":"You looked for it at once.","ending_id":"found","ending_kind":"good","last_words":"Thank you.","turns":[],"branches":[],"reading":50,"predicted":[],"first_feeling":"angry","first_cause":"Nobody told her anything","moved":[],"next":null,"after":{"promises":[],"causes":[],"key_causes":[],"follow_up":"","follow_up_fits":"none","best_follow_up":"","note":"","message":""}}','00c1b58139ecb0ace313a20304117fd5efb94553ea6951ccd24a0b32dc6e21d3');
CREATE TABLE settings (
	name VARCHAR(200) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY (name)
);
INSERT INTO "settings" VALUES('theme','dark');
CREATE TABLE shifts (
	id VARCHAR(64) NOT NULL, 
	profile_id VARCHAR(64) NOT NULL, 
	began_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	json TEXT NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_shifts PRIMARY KEY (id), 
	CONSTRAINT fk_shifts_profile_id FOREIGN KEY(profile_id) REFERENCES profiles (id)
);
INSERT INTO "shifts" VALUES('s1','person-1','2026-05-03 12:00:00.123456',NULL,'{"id":"s1","seed":4,"mode":"exam","answer_by":"type","most_turns":3,"contacts":[{"scenario_id":"late-parcel","level":2,"seed":0},{"scenario_id":"late-parcel","level":2,"seed":1},{"scenario_id":"late-parcel","level":2,"seed":2},{"scenario_id":"late-parcel","level":2,"seed":3},{"scenario_id":"late-parcel","level":2,"seed":4}]}','d848644af84a542a1f29b6a64dd097dcc4ccc530ee7002498a91a08550bd8c58');
CREATE INDEX ix_attempts_profile_id_began_at ON attempts (profile_id, began_at);
CREATE INDEX ix_attempts_profile_id_month ON attempts (profile_id, month);
CREATE INDEX ix_attempts_began_at ON attempts (began_at);
CREATE INDEX ix_reviews_attempt ON reviews (attempt);
CREATE INDEX ix_shifts_profile_id_began_at ON shifts (profile_id, began_at);
COMMIT;
