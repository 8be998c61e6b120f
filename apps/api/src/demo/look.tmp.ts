import BetterSqlite from 'better-sqlite3';
const db = new BetterSqlite(process.argv[2] ?? '/tmp/pg/d1/banso.db', { readonly: true });
const q = (s: string) => console.table(db.prepare(s).all());
for (const t of db.prepare("select name from sqlite_master where type='table'").all() as { name: string }[])
  console.log(t.name, (db.prepare(`select count(*) c from "${t.name}"`).get() as { c: number }).c);
q('select type, count(*) c from event group by type order by c desc');
q(
  "select json_extract(payload,'$.name') n, count(*) c from event where type='track' group by n order by c desc",
);
q(
  'select substr(answered_at,1,7) m, count(*) n, count(comment) comments, round(100.0*(sum(score>=9)-sum(score<=6))/count(*),1) nps, sum(score<=6) d, sum(score in (7,8)) p, sum(score>=9) pr, sum(completed_at is null) partial from response group by m',
);
q(
  'select locale, count(*) n, count(comment) c, round(100.0*(sum(score>=9)-sum(score<=6))/count(*),1) nps from response group by locale',
);
q(
  "select count(*) n, round(100.0*(sum(score>=9)-sum(score<=6))/count(*),1) nps from response where superseded_at is null and answered_at > date('now','-90 days')",
);
q('select score, count(*) from response group by score');
q('select count(distinct comment), count(comment) from response');
q(
  'select r.answered_at, c.name, a.name acc, r.score, r.comment from response r join contact c on c.id=r.contact_id join account a on a.id=r.account_id where read_at is null order by 1',
);
q('select * from counter');
q(
  "select c.slug, p.subject_id s, coalesce(a.name, k.name) who, p.started_at, p.last_step_at, p.completed_at, (select group_concat(step) from step_done d where d.subject_id=p.subject_id and d.content_id=p.content_id) steps from checklist_progress p join content c on c.id=p.content_id left join account a on a.id=p.subject_id left join contact k on k.id=p.subject_id where c.slug='getting-started'",
);
q(
  "select count(*) n, sum(p.completed_at is not null) done, sum(p.completed_at is null and coalesce(last_step_at,started_at) < datetime('now','-7 days') and coalesce(last_step_at,started_at) > datetime('now','-60 days')) stalled from checklist_progress p join content c on c.id=p.content_id where c.slug='your-first-week'",
);
q(
  "select name, last_seen_at from account where lifecycle!='churned' and last_seen_at < date('now','-8 days') order by 2",
);
q(
  'select c.slug, d.metric, sum(count) n from content_day d join content c on c.id=d.content_id group by 1,2',
);
q('select length(name), count(*) from contact group by 1');
q('select locale, count(*) from contact group by 1');
q('select count(*), sum(visits), max(visits) from contact');
