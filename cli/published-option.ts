import { InvalidArgumentError, Option } from 'commander';

/** `--published 2025-01-20`: when the body published the reports given, for the rule on deadlines. */
export const publishedOption = (): Option =>
  new Option(
    '--published <date>',
    '发布日期，如 2025-01-20；用于核对发布期限 date of publication, for the rule on deadlines',
  ).argParser((text) => {
    const time = Date.parse(`${text}T00:00:00Z`);
    if (/^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) {
      return text;
    }
    throw new InvalidArgumentError('日期应写作 2025-01-20。 Write the date as 2025-01-20.');
  });
