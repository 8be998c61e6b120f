// Fetches a file and throws it away, in a process of its own: `node drain.ts URL KEY`. When it is ended it says how many lines came.
import process, { argv, exit, stdout } from 'node:process';

const [url = '', key = ''] = argv.slice(2);
let lines = 0;
const tell = (how: string) => stdout.write(`${how} ${lines}\n`);
process.once('SIGTERM', () => {
  tell('stopped');
  exit();
});
const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
if (!answer.ok || !answer.body) throw new Error(`${url}: ${answer.status}`);
for await (const chunk of answer.body) {
  if (lines === 0) tell('begun');
  for (const byte of chunk) if (byte === 10) lines += 1;
}
tell('ended');
