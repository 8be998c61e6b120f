import { benchBytes } from './bytes.ts';
import { benchIngest } from './ingest.ts';
import { benchNps } from './nps.ts';
import type { Row } from './report.ts';
import { printReport } from './report.ts';
import { benchSession } from './session.ts';

const BENCHES: Readonly<Record<string, () => Promise<Row[]>>> = {
  bytes: benchBytes,
  ingest: benchIngest,
  session: benchSession,
  nps: benchNps,
};

const wanted = process.argv.slice(2);
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
  printReport(await bench());
}
