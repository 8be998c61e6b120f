export { start } from './runtime/start.ts';
export type {
  Controller,
  NewFact,
  PanelSurface,
  Receipt,
  Surface,
  SurveySurface,
  WidgetState,
} from './controller.ts';
export type { Answer, Explanation, Link, Runtime, RuntimeModule } from './runtime/link.ts';
