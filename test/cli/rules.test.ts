import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../checks/catalogue.ts';
import { runGouji } from './run-gouji.ts';

describe('gouji rules', () => {
  test('lists every rule with its severity', async () => {
    const { code, stdout } = await runGouji('rules');
    for (const { id, title } of ALL_RULES) expect(stdout).toMatch(new RegExp(`${id} .*${title.zh}`, 'u'));
    expect(code).toBe(0);
  });

  test('explains one in either language, however its id is written', async () => {
    const { stdout } = await runGouji('rules', 't3-carry');
    expect(stdout).toContain('T3-CARRY  结转衔接');
    expect(stdout).toContain('上年度报告「结转下年度继续办理」= 本年度报告「上年结转」');
    expect((await runGouji('rules', 'T3-CARRY', '--lang', 'en')).stdout).toContain('in force');
  });

  test('names the rules there are when asked for another', async () => {
    const { code, stderr } = await runGouji('rules', 'T9-MAGIC');
    expect(stderr).toContain('没有规则「T9-MAGIC」。现有：T3-BALANCE');
    expect(code).toBe(2);
  });
});
