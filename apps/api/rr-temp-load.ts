import { Agent, request } from 'node:http';
import { readFileSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
const cpu = () => {
  const f = readFileSync(`/proc/${process.env.SPID}/stat`, 'utf8').split(' ');
  return (Number(f[13]) + Number(f[14])) * 10;
};
const port = Number(process.env.PORT),
  N = Number(process.env.CONN ?? 64),
  SEC = Number(process.env.SEC ?? 4),
  info = JSON.parse(process.env.INFO ?? '{}');
const agent = new Agent({ keepAlive: true, maxSockets: N });
const post = (path: string, body: string, headers: any = {}) =>
  new Promise<{ status: number; text: string }>((ok, no) => {
    const r = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
      },
      (res) => {
        let t = '';
        res.setEncoding('utf8');
        res.on('data', (d) => (t += d));
        res.on('end', () => ok({ status: res.statusCode!, text: t }));
      },
    );
    r.on('error', no);
    r.end(body);
  });
const page = { url: 'https://app.example/', device: 'desktop' };
const sessions: string[] = [];
const U = Number(process.env.USERS ?? N);
await Promise.all(
  Array.from({ length: 16 }, async (_, w) => {
    for (let i = w; i < U; i += 16) {
      if (!info.key) {
        sessions.push('x');
        continue;
      }
      const r = await post(
        `/v1/w/${info.key}/session`,
        JSON.stringify({
          user: { id: `user-${i}` },
          anonymousId: 'anon_0195d000-0000-4000-8000-000000000001',
          page,
          locale: 'en',
        }),
      );
      sessions.push(JSON.parse(r.text).session);
    }
  }),
);
const c0 = cpu();
const lat: number[] = [];
let done = 0,
  bad = 0;
const end = performance.now() + SEC * 1000;
await Promise.all(
  Array.from({ length: N }, async (_, i) => {
    let k = i;
    while (performance.now() < end) {
      const s = sessions[(k += N) % U];
      const at = new Date().toISOString();
      const body = JSON.stringify({
        events: [
          {
            id: uuidv7(),
            at,
            type: 'survey_answered',
            contentId: info.survey ?? 'srv_0195d000-0000-7000-8000-0000000000a1',
            version: 1,
            responseId: `rsp_${uuidv7()}`,
            question: 'score',
            value: i % 11,
            url: 'https://app.example/x',
          },
        ],
        page,
        sentAt: at,
      });
      const t = performance.now();
      const r = await post(`/v1/w/${info.key ?? 'k'}/sync`, body, { authorization: `Bearer ${s}` });
      lat.push(performance.now() - t);
      done++;
      if (r.status !== 200 || !r.text.includes('"accepted":["')) {
        bad++;
        if (bad < 3) console.error(r.status, r.text.slice(0, 300));
      }
    }
  }),
);
lat.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    cpuUs: Math.round(((cpu() - c0) * 1000) / done),
    rps: Math.round(done / SEC),
    bad,
    p50: lat[lat.length >> 1]!.toFixed(1),
    p99: lat[Math.floor(lat.length * 0.99)]!.toFixed(1),
  }),
);
process.exit(0);
