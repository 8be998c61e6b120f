// Fetches a file and throws it away, in a process of its own: `node drain.ts URL KEY`. Says how many bytes came so far.
const [url = '', key = ''] = process.argv.slice(2);
const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
if (!answer.ok || !answer.body) throw new Error(`${url}: ${answer.status}`);
let bytes = 0;
for await (const chunk of answer.body) {
  if (bytes === 0) process.stdout.write('begun\n');
  bytes += chunk.length;
}
process.stdout.write(`ended after ${bytes} bytes\n`);
