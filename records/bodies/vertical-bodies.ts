/**
 * Bodies that stand in a division and answer to their own ministry: a government's report does not add them up. By what
 * their names begin or end with.
 */
const VERTICAL: readonly RegExp[] = [
  /^国家税务总局|税务局(?:第.+(?:分局|所))?$/u,
  /海关(?:办事处|缉私.{1,2})?$/u,
  /气象[局台站]$/u,
  /国家统计局.*调查总?队$|[省市县区州旗]调查总?队$/u,
  /邮政管理[局处]$/u,
  /烟草专卖局$/u,
  /^中国人民银行|外汇管理[部局]$/u,
  /银行保险监督管理委员会|银保监会|金融监督管理总局|金融监管(?:总局|局|分局|支局)$/u,
  /证券监督管理委员会|证监局$/u,
  /海事局$/u,
  /边防检查总?站$|边检站$/u,
  /消防救援(?:总队|支队|大队|局)$/u,
  /通信管理局$/u,
  /矿山安全监察局|能源监管(?:局|办公室)$/u,
  /铁路监督管理局$|民用航空.*管理局$|民航.*管理局$/u,
  /国家安全局$/u,
];

export const isVertical = (name: string): boolean => VERTICAL.some((pattern) => pattern.test(name));
