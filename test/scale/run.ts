import { parseArgs } from 'node:util';
import { ingestAssembly } from '../local/assemblies.ts';
import { bottlenecks, type Cost, costMonthly, costOnce } from './cost.ts';
import { countAlarmMetrics } from './count-alarm-metrics.ts';
import { measureReports } from './measure-reports.ts';
import prices from './prices.json' with { type: 'json' };

/** `npm run scale [-- --reports N --milliseconds MS --memory MIB --concurrency N]`: what docs/scale.md shows. */
/** Uploads settled by five outcomes, and the four other metrics of functions/metrics.ts. */
const OWN_METRICS = 9;
const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '100000' },
    milliseconds: { type: 'string', default: '300' },
    memory: { type: 'string', default: '1769' },
    concurrency: { type: 'string', default: '10' },
  },
});
const load = {
  reports: Number(values.reports),
  milliseconds: Number(values.milliseconds),
  memoryMiB: Number(values.memory),
  concurrency: Number(values.concurrency),
};
const one = await measureReports();
console.log(JSON.stringify(one, null, 2));
console.log(`${JSON.stringify(load)}; prices of ${prices.region}, ${prices.asOf}, in ${prices.currency}`);
print('once', costOnce(load, one));
const { template } = await ingestAssembly();
print('each month', costMonthly(load.reports, one, { alarms: countAlarmMetrics(template), metrics: OWN_METRICS }));
for (const { what, perSecond } of bottlenecks(load, one)) {
  const minutes = load.reports / perSecond / 60;
  console.log(`${what}: ${perSecond.toFixed(0)} reports a second, ${minutes.toFixed(0)} minutes for all`);
}

function print(title: string, costs: readonly Cost[]): void {
  console.log(`\n| ${title} | |\n|---|---:|`);
  for (const { what, amount } of costs) console.log(`| ${what} | ${amount.toFixed(2)} |`);
  console.log(`| **sum** | **${costs.reduce((sum, { amount }) => sum + amount, 0).toFixed(2)}** |\n`);
}
