-- A library of schema version 9, as it was before what the departments delivered was kept: tests upgrade it.
PRAGMA application_id=1178688072;
PRAGMA user_version=9;
BEGIN TRANSACTION;
CREATE TABLE attachments (
	report INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	title TEXT NOT NULL,
	text TEXT NOT NULL,
	"table" TEXT NOT NULL, landscape BOOLEAN DEFAULT '0' NOT NULL,
	PRIMARY KEY (report, position),
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "attachments" VALUES(2,0,'a1','行政执法情况统计表','单位：件','[["类别", "件数"], ["行政处罚", "120"]]',0);
CREATE TABLE dismissals (
	report INTEGER NOT NULL,
	position INTEGER NOT NULL,
	code TEXT NOT NULL,
	slug TEXT NOT NULL,
	task TEXT NOT NULL,
	entry TEXT NOT NULL,
	field TEXT NOT NULL,
	"before" TEXT NOT NULL,
	excerpt TEXT NOT NULL,
	reason TEXT NOT NULL,
	date TEXT NOT NULL,
	PRIMARY KEY (report, position),
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
CREATE TABLE duties (
	report INTEGER NOT NULL,
	position INTEGER NOT NULL,
	duty_id TEXT NOT NULL,
	post TEXT NOT NULL,
	state TEXT NOT NULL,
	title TEXT NOT NULL,
	text TEXT NOT NULL,
	reason TEXT NOT NULL,
	reference_entry_id TEXT,
	reference_quote TEXT,
	carried BOOLEAN NOT NULL,
	PRIMARY KEY (report, position),
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "duties" VALUES(1,0,'D-1','head','fulfilled','','局长林致远于2025年3月12日主持党组会专题研究法治建设。','',NULL,NULL,0);
INSERT INTO "duties" VALUES(1,1,'D-2','head','fulfilled','','局长林致远于2025年3月12日主持党组会专题研究法治建设。','',NULL,NULL,0);
INSERT INTO "duties" VALUES(1,2,'D-3','head','fulfilled','','局长林致远于2025年3月12日主持党组会专题研究法治建设。','',NULL,NULL,0);
INSERT INTO "duties" VALUES(1,3,'D-4','head','fulfilled','','局长林致远于2025年3月12日主持党组会专题研究法治建设。','',NULL,NULL,0);
INSERT INTO "duties" VALUES(2,0,'D-1','head','fulfilled','','局长林致远于2025年3月12日主持党组会专题研究法治建设。','','t1','行政处罚决定120件',0);
INSERT INTO "duties" VALUES(2,1,'D-2','head','fulfilled','','局长林致远于2025年3月12日主持党组会专题研究法治建设。','',NULL,NULL,0);
CREATE TABLE entries (
	report INTEGER NOT NULL,
	part INTEGER NOT NULL,
	position INTEGER NOT NULL,
	type TEXT NOT NULL,
	id TEXT NOT NULL,
	title TEXT NOT NULL,
	text TEXT NOT NULL,
	level INTEGER NOT NULL,
	numbered BOOLEAN NOT NULL,
	guide TEXT NOT NULL,
	cause TEXT NOT NULL,
	remedy TEXT NOT NULL,
	office TEXT NOT NULL,
	deadline TEXT NOT NULL,
	answers TEXT NOT NULL,
	carried BOOLEAN NOT NULL, "table" TEXT DEFAULT '[]' NOT NULL,
	PRIMARY KEY (report, part, position),
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "entries" VALUES(1,0,0,'topic','t0','3','内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,0,1,'topic','t1','3','内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,0,2,'topic','t2','3','内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,0,3,'topic','t3','3','内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,0,4,'topic','t4','3','内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,0,5,'topic','t5','3','内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。内容3。',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,1,0,'plan_task','k0','3','任务3',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,1,1,'plan_task','k1','3','任务3',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,1,2,'plan_task','k2','3','任务3',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,2,0,'plan_task','k0','3','任务3',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,2,1,'plan_task','k1','3','任务3',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,2,2,'plan_task','k2','3','任务3',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,3,0,'plan_task','k0','3','任务3',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,3,1,'plan_task','k1','3','任务3',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(1,3,2,'plan_task','k2','3','任务3',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(2,0,0,'topic','t1','规范行政执法','全年作出行政处罚决定120件。',2,1,'','','','','','',0,'[]');
INSERT INTO "entries" VALUES(2,1,0,'problem','p1','案卷质量不高','抽查的30本案卷中有4本文书不全。',2,1,'','主要是法制审核力量不足。','增配审核人员。','','','',0,'[]');
INSERT INTO "entries" VALUES(2,3,0,'plan_task','k1','提升案卷质量','每季度评查一次。',2,1,'','','','法规股','2026年11月底前','p1',0,'[]');
CREATE TABLE entry_pictures (
	report INTEGER NOT NULL, 
	part INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	caption TEXT NOT NULL, 
	alternative TEXT DEFAULT '' NOT NULL, 
	width INTEGER DEFAULT '0' NOT NULL, 
	"after" INTEGER DEFAULT '-1' NOT NULL, 
	pixel_width INTEGER DEFAULT '0' NOT NULL, 
	pixel_height INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (report, part, entry, position), 
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
CREATE TABLE evidence (
	report INTEGER NOT NULL,
	duty INTEGER NOT NULL,
	position INTEGER NOT NULL,
	times TEXT NOT NULL,
	date TEXT NOT NULL,
	occasion TEXT NOT NULL,
	topic TEXT NOT NULL,
	document_number TEXT NOT NULL,
	PRIMARY KEY (report, duty, position),
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "evidence" VALUES(1,0,0,'1','2025年3月12日','党组会','年度法治工作要点','云交发〔2025〕6号');
INSERT INTO "evidence" VALUES(1,1,0,'1','2025年3月12日','党组会','年度法治工作要点','云交发〔2025〕6号');
INSERT INTO "evidence" VALUES(1,2,0,'1','2025年3月12日','党组会','年度法治工作要点','云交发〔2025〕6号');
INSERT INTO "evidence" VALUES(1,3,0,'1','2025年3月12日','党组会','年度法治工作要点','云交发〔2025〕6号');
INSERT INTO "evidence" VALUES(2,0,0,'1','2025年3月12日','党组会','年度法治工作要点','云交发〔2025〕6号');
INSERT INTO "evidence" VALUES(2,1,0,'1','2025年3月12日','党组会','年度法治工作要点','云交发〔2025〕6号');
CREATE TABLE exports (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	report INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	path TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	form TEXT NOT NULL, 
	profile TEXT NOT NULL, 
	fonts TEXT NOT NULL, 
	line_spacing DOUBLE NOT NULL, 
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE, 
	FOREIGN KEY(revision) REFERENCES revisions (number) ON DELETE CASCADE, 
	FOREIGN KEY(content) REFERENCES revision_contents (digest)
);
CREATE TABLE library (
	id INTEGER NOT NULL,
	change INTEGER NOT NULL,
	PRIMARY KEY (id)
);
INSERT INTO "library" VALUES(1,4);
CREATE TABLE organs (
	number INTEGER NOT NULL,
	id TEXT NOT NULL,
	full_name TEXT NOT NULL,
	short_name TEXT NOT NULL,
	issuing_organ_mark TEXT NOT NULL,
	organ_code TEXT NOT NULL,
	level TEXT NOT NULL,
	kind TEXT NOT NULL,
	secretary TEXT NOT NULL,
	head TEXT NOT NULL,
	secretary_title TEXT NOT NULL,
	head_title TEXT NOT NULL,
	same_person BOOLEAN NOT NULL,
	main_recipients TEXT NOT NULL,
	copy_recipients TEXT NOT NULL,
	distributing_organ TEXT NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (id)
);
INSERT INTO "organs" VALUES(1,'organ-1','云峰县交通运输局','云峰县交通运输局','','云交','county','department','林致远','林致远','党组书记','局长',1,'["中共云峰县委", "云峰县人民政府"]','["县委全面依法治县委员会办公室", "市交通运输局"]','云峰县交通运输局办公室');
CREATE TABLE parts (
	report INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id TEXT NOT NULL,
	"key" TEXT NOT NULL,
	heading TEXT NOT NULL, word_target INTEGER DEFAULT '0' NOT NULL,
	PRIMARY KEY (report, position),
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "parts" VALUES(1,0,'measures','measures','',0);
INSERT INTO "parts" VALUES(1,1,'problems','problems','',0);
INSERT INTO "parts" VALUES(1,2,'first','first_responsible','',0);
INSERT INTO "parts" VALUES(1,3,'plan','plan','',0);
INSERT INTO "parts" VALUES(2,0,'measures','measures','',0);
INSERT INTO "parts" VALUES(2,1,'problems','problems','',0);
INSERT INTO "parts" VALUES(2,2,'first','first_responsible','',0);
INSERT INTO "parts" VALUES(2,3,'plan','plan','',0);
CREATE TABLE picture_data (
	report INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	data BLOB NOT NULL, 
	PRIMARY KEY (report, digest), 
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
CREATE TABLE pictures (
	report INTEGER NOT NULL, 
	attachment INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	caption TEXT NOT NULL, 
	alternative TEXT DEFAULT '' NOT NULL, 
	width INTEGER DEFAULT '0' NOT NULL, 
	"after" INTEGER DEFAULT '-1' NOT NULL, 
	pixel_width INTEGER DEFAULT '0' NOT NULL, 
	pixel_height INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (report, attachment, position), 
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
CREATE TABLE report_organs (
	report INTEGER NOT NULL,
	id TEXT NOT NULL,
	full_name TEXT NOT NULL,
	short_name TEXT NOT NULL,
	issuing_organ_mark TEXT NOT NULL,
	organ_code TEXT NOT NULL,
	level TEXT NOT NULL,
	kind TEXT NOT NULL,
	secretary TEXT NOT NULL,
	head TEXT NOT NULL,
	secretary_title TEXT NOT NULL,
	head_title TEXT NOT NULL,
	same_person BOOLEAN NOT NULL,
	main_recipients TEXT NOT NULL,
	copy_recipients TEXT NOT NULL,
	distributing_organ TEXT NOT NULL,
	PRIMARY KEY (report),
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "report_organs" VALUES(1,'organ-1','云峰县交通运输局','云峰县交通运输局','','云交','county','department','林致远','林致远','党组书记','局长',1,'["中共云峰县委", "云峰县人民政府"]','["县委全面依法治县委员会办公室", "市交通运输局"]','云峰县交通运输局办公室');
INSERT INTO "report_organs" VALUES(2,'organ-1','云峰县交通运输局','云峰县交通运输局','','云交','county','department','林致远','林致远','党组书记','局长',1,'["中共云峰县委", "云峰县人民政府"]','["县委全面依法治县委员会办公室", "市交通运输局"]','云峰县交通运输局办公室');
CREATE TABLE reports (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL,
	change INTEGER NOT NULL,
	changed_at DATETIME NOT NULL,
	year INTEGER NOT NULL,
	sample BOOLEAN NOT NULL,
	introduction TEXT NOT NULL,
	closing TEXT NOT NULL,
	completed TEXT NOT NULL,
	copy_number TEXT NOT NULL,
	secrecy TEXT NOT NULL,
	urgency TEXT NOT NULL,
	issuing_organ_mark TEXT NOT NULL,
	document_number TEXT NOT NULL,
	signatories TEXT NOT NULL,
	title TEXT NOT NULL,
	title_lines TEXT NOT NULL,
	main_recipients TEXT NOT NULL,
	issuing_organ_signature TEXT NOT NULL,
	date_of_issue TEXT NOT NULL,
	sealed BOOLEAN NOT NULL,
	remark TEXT NOT NULL,
	copy_recipients TEXT NOT NULL,
	distributing_organ TEXT NOT NULL,
	distribution_date TEXT NOT NULL,
	review_by TEXT,
	review_date TEXT, previous_id TEXT DEFAULT '' NOT NULL, digest TEXT DEFAULT '' NOT NULL, joint_organs TEXT DEFAULT '[]' NOT NULL, recipients_in_colophon BOOLEAN DEFAULT '0' NOT NULL, letter BOOLEAN DEFAULT '0' NOT NULL, preprinted BOOLEAN DEFAULT '0' NOT NULL, stamp_posts TEXT DEFAULT '[]' NOT NULL, colophon_on_even_page BOOLEAN DEFAULT '0' NOT NULL, word_target INTEGER DEFAULT '0' NOT NULL, deliberation TEXT DEFAULT '' NOT NULL,
	UNIQUE (id)
);
INSERT INTO "reports" VALUES(1,'first',2,'2026-01-20 14:32:05.000000',2025,0,'第3次','特此报告。','[]','','','','云峰县交通运输局文件','云交〔2026〕4号','["林致远"]','云峰县交通运输局2025年度法治政府建设年度报告','[]','["中共云峰县委", "云峰县人民政府"]','云峰县交通运输局','2026年2月20日',1,'','["县委全面依法治县委员会办公室"]','云峰县交通运输局办公室','2026年2月20日',NULL,NULL,'','ead8fad1811e9a0260ce5a9724f3edf3e0526bc9e34d043ac8caac29198848d2','[]',0,0,0,'[]',0,0,'');
INSERT INTO "reports" VALUES(2,'0123456789abcdef0123456789abcdef',3,'2026-01-20 14:32:05.000000',2025,0,'现将2025年度法治政府建设情况报告如下：','特此报告。','["head", "introduction"]','','','','云峰县交通运输局文件','云交〔2026〕4号','["林致远"]','云峰县交通运输局2025年度法治政府建设年度报告','[]','["中共云峰县委", "云峰县人民政府"]','云峰县交通运输局','2026年2月20日',1,'','["县委全面依法治县委员会办公室"]','云峰县交通运输局办公室','2026年2月20日','林致远','2026年2月10日','','5ffebb399aca5a8552ba6a00b9b2606a9e9fcdbe519d1f16f957bf6765c86798','[]',0,0,0,'[]',0,0,'');
CREATE TABLE revision_blobs (
	digest TEXT NOT NULL, 
	data BLOB NOT NULL, 
	PRIMARY KEY (digest)
);
CREATE TABLE revision_contents (
	digest TEXT NOT NULL, 
	content BLOB NOT NULL, 
	blobs TEXT NOT NULL, 
	PRIMARY KEY (digest)
);
CREATE TABLE revisions (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	report INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	reason TEXT NOT NULL, 
	name TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	words INTEGER NOT NULL, 
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE, 
	FOREIGN KEY(digest) REFERENCES revision_contents (digest)
);
CREATE TABLE shelves (
	report INTEGER NOT NULL, 
	shelf TEXT NOT NULL, 
	since DATETIME NOT NULL, 
	PRIMARY KEY (report), 
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
CREATE TABLE source_left_out (
	report INTEGER NOT NULL,
	position INTEGER NOT NULL,
	text TEXT NOT NULL,
	reason TEXT NOT NULL,
	PRIMARY KEY (report, position),
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "source_left_out" VALUES(2,0,'打印本页','网页内容');
CREATE TABLE source_paragraphs (
	report INTEGER NOT NULL,
	position INTEGER NOT NULL,
	"index" INTEGER NOT NULL,
	text TEXT NOT NULL,
	role TEXT NOT NULL,
	section TEXT,
	mark TEXT NOT NULL,
	level INTEGER NOT NULL,
	number INTEGER NOT NULL,
	start INTEGER NOT NULL,
	certain BOOLEAN NOT NULL,
	PRIMARY KEY (report, position),
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "source_paragraphs" VALUES(2,0,0,'一、主要举措和成效','heading','measures','一、',1,1,0,1);
INSERT INTO "source_paragraphs" VALUES(2,1,1,'全年作出行政处罚决定120件。','body',NULL,'',0,0,0,1);
CREATE TABLE sources (
	report INTEGER NOT NULL,
	file TEXT NOT NULL,
	cleaned TEXT NOT NULL, digest TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (report),
	FOREIGN KEY(report) REFERENCES reports (number) ON DELETE CASCADE
);
INSERT INTO "sources" VALUES(2,'年度报告.txt','["去掉控制字符1处"]','9a6de1e4c62580aa83957409c4a479ba574f1e9a20f944d11cc8e9a9acc21628');
CREATE INDEX ix_revisions_report ON revisions (report);
CREATE INDEX ix_exports_report ON exports (report);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('reports',2);
COMMIT;
