import { build, loadConfigFromFile } from 'vite';
const out = process.argv[2];
const root='/work/main/packages/widget';
const { config } = await loadConfigFromFile({command:'build',mode:'production'}, root+'/vite.config.ts');
const plugins = config.plugins.flat(9).filter(p=>p && p.name!=='banso-stable-name');
await build({ configFile:false, root, plugins, logLevel:'error', build:{ outDir: out, emptyOutDir:true, target:'es2022', lib:{entry:{preview:'src/preview.ts', panel:'src/surfaces/panel.ts', launcher:'src/surfaces/launcher.ts', survey:'src/surfaces/survey.ts', standin:'src/stand-in-controller.ts', fixtures:'src/elements/testing/contents.ts'},formats:['es']}}});
