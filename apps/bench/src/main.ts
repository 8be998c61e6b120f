import { benchBytes } from './bytes.ts';
import { benchDecide } from './decide.ts';
import { benchExport } from './export.ts';
import { benchInbox } from './inbox.ts';
import { benchIngest } from './ingest.ts';
import { benchNps } from './nps.ts';
import { keepInReadme } from './readme.ts';
import { benchReach } from './reach.ts';
import type { Row } from './report.ts';
import { printReport } from './report.ts';
import { benchSearch } from './search/bench-search.ts';
import { benchSession } from './session.ts';
import { benchTracking } from './tracking.ts';
import { benchWidget } from './widget/bench-widget.ts';

const BENCHES: Readonly<Record<string, () => Promise<Row[]>>> = {
  bytes: benchBytes,
  widget: benchWidget,
  decide: benchDecide,
  reach: benchReach,
  ingest: benchIngest,
  session: benchSession,
  tracking: benchTracking,
  nps: benchNps,
  inbox: benchInbox,
  export: benchExport,
  search: benchSearch,
};

const isKept = process.argv.includes('--readme');
const wanted = process.argv.slice(2).filter((argument) => argument !== '--readme');
const unknown = wanted.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  process.stderr.write(
    `There is no benchmark "${unknown}". There are: ${Object.keys(BENCHES).join(', ')}.\n`,
  );
  process.exit(1);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  const rows = await bench();
  printReport(rows);
  if (isKept && name === 'widget') keepInReadme(rows);
}
