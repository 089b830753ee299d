import { type Bilingual, plain } from "../core/bilingual.ts";

/** What `--help` says, and what is said of a command that was called wrongly. */
export const helpMessages = {
  usage: plain("用法：$0 <命令> [选项]", "Usage: $0 <command> [options]"),
  purpose: plain("测算规划目标能否如期完成。", "Tells whether the targets of a plan can be met."),
  epilogue: plain(
    "退出状态：0 完成；1 输入文件有问题；2 用法有误；3 程序自身的错误。",
    "Exit status: 0 done; 1 issues in the files; 2 wrong usage; 3 a fault of the program.",
  ),
  checkCommand: plain("检查一个地区的全部文件，列出所有问题", "Read everything of a region and list all issues"),
  runCommand: plain(
    "模拟、评估、画图并写入输出目录，打印可达性表",
    "Simulate, assess, draw and write the output; print the reachability table",
  ),
  assessCommand: plain("只评估各项目标，不写文件", "Assess the targets only; write nothing"),
  consistencyCommand: plain(
    "找出规划自身不一致之处：数字、表述、不能同时成立的目标",
    "Find where the plan is at odds with itself: figures, words, targets that cannot hold together",
  ),
  diffCommand: plain(
    "比较两个情景：哪里不同，各项目标因此变动多少",
    "Compare two scenarios: what differs, and by how much that moves each target",
  ),
  explainCommand: plain(
    "说明一个名称或政策：方程、单位、来源、上下游、逐年数值、可能影响的指标",
    "Explain a name or policy: equation, unit, source, what reads it, values by year, rows it can move",
  ),
  milestonesOption: plain(
    "另列序时进度、警戒线、每年需增量，以及占比指标对分子分母的要求",
    "also the milestones with trip-wires, the pace that is needed, and what shares ask of their two amounts",
  ),
  conventionsOption: plain(
    "另列已有实测值的指标按各种进度算法的结果及其不一致之处",
    "also each measured row by every convention of progress, and where they differ",
  ),
  precisionOption: plain(
    "增加模拟次数，直到每个概率的 95% 误差不超过 ±这么多个百分点，如 1",
    "add draws until every chance is known to ± so many points (95 %), such as 1",
  ),
  exactOption: plain(
    "抽样太多而不能全部保留时，再模拟一遍，使分位数为精确值而不是估计值",
    "where draws are too many to keep, simulate again, so that quantiles are exact instead of estimated",
  ),
  wrongPrecision: (p: { given: string }): Bilingual => ({
    zh: `--precision 要 0.1 到 50 之间的百分点数，给出的是 ${p.given}。`,
    en: `--precision must be points between 0.1 and 50; got ${p.given}.`,
  }),
  precisionOrDraws: plain(
    "--precision 自行决定模拟次数，不能与 --draws 同用。",
    "--precision decides the number of draws itself and does not go with --draws.",
  ),
  driversOption: plain("另列各指标的主要影响因素", "also name what decides each row most"),
  seekCommand: plain(
    "寻找以最少投入达到目标的措施，或说明为什么达不到",
    "Find the least effort of levers that keeps targets, or why none does",
  ),
  seekRows: plain("指标或指标组", "rows or sets of rows"),
  leverOption: plain("措施，逗号分隔；缺省为全部可用的", "levers, separated by commas; default: all that may be used"),
  seekScenarioOption: plain(
    "情景，逗号分隔；多个时要同样适用；缺省 baseline",
    "scenarios, separated by commas, that the levers must serve alike; default: baseline",
  ),
  probabilityOption: plain("完成概率；缺省按指标属性", "how surely the targets are to be kept; default: by attribute"),
  targetAtOption: plain(
    "反过来问：以此概率能保证的最严目标，逗号分隔；可不写数",
    "ask the other question: the strictest target kept with these probabilities, separated by commas",
  ),
  fromOption: plain("可以调整措施的首年", "first year in which levers may be changed"),
  togetherOption: plain("各指标要同时达到", "the rows are to be met together"),
  frontOption: plain("另算概率与投入的关系", "also trace effort by probability"),
  seekChartOption: plain(
    "另画图写入输出目录：有 --front 画概率与投入的关系，两项措施画完成概率的等值线",
    "also draw charts into the output folder: effort by probability with --front, the chance over two levers",
  ),
  writePolicyOption: plain("把找到的组合写成情景文件", "write what was found as the scenario file of this id"),
  forecastCommand: plain(
    "外推一个观测序列，给出经过校准的区间；--batch 一次预测许多序列",
    "Forecast an observed series with calibrated intervals; --batch forecasts many at once",
  ),
  schemaCommand: plain("打印输入文件的 JSON Schema", "Print the JSON Schema of an input file"),
  scenarioNames: plain("要模拟的情景", "scenarios to run"),
  allOfThem: plain("全部", "all"),
  firstScenario: plain("作为起点的情景", "scenario to start from"),
  secondScenario: plain("与之比较的情景", "scenario to compare it with"),
  explainedName: plain(
    "变量、假设、措施、事件、表、开关或指标的名称，或政策编号",
    "name of a variable, assumption, lever, event, table, switch or indicator, or number of a policy",
  ),
  forecastSeries: plain("观测序列或指标的名称", "name of an observed series or of a row of the plan"),
  placeOption: plain("序列的地区，缺省为规划的地区", "place it is observed for; default: that of the plan"),
  horizonOption: plain("预测年数，缺省到规划末年", "years to forecast; default: to the last year of the plan"),
  kindOption: plain("数量类型，缺省按单位和规划判断", "kind of quantity; default: by its unit and the plan"),
  methodOption: plain("预测方法，缺省为组合预测", "method; default: the combination"),
  boundsOption: plain("取值界限，如 0..1 或 0..", "bounds such as 0..1 or 0.."),
  chartOption: plain("另画图写入输出目录", "also draw a chart into the output folder"),
  batchOption: plain("许多序列的数值表（series_id,year,value）", "values of many series (series_id,year,value)"),
  infoOption: plain(
    "序列清单（series_id,h，可加 kind,lower,upper）",
    "list of them (series_id,h; optionally kind,lower,upper)",
  ),
  outOption: plain("结果文件；重建校准时为目录", "file for the results; a folder for the calibration"),
  rebuildOption: plain("用该目录里的历史序列重建校准表", "rebuild the calibration from the past series of a folder"),
  schemaKind: plain("文件种类，缺省列出全部种类", "kind of file; lists the kinds when left out"),
  regionOption: plain(
    "地区，只有一个时可省略；check、run、assess 也可写一个省",
    "region, may be left out when there is only one; check, run and assess also take a province",
  ),
  dataOption: plain("数据目录", "folder of the data"),
  scenariosOption: plain("情景目录", "folder of the scenarios"),
  outputOption: plain("输出目录", "folder for the output"),
  drawsOption: plain("模拟次数，代替情景里的设置", "draws, in place of what the scenarios say"),
  seedOption: plain("随机种子，代替情景里的设置", "seed, in place of what the scenarios say"),
  workersOption: plain(
    "模拟用几个线程，缺省与处理器核数相同；结果与线程数无关",
    "threads to simulate with; default: one a processor core; results do not depend on it",
  ),
  asOfOption: plain(
    "信息截至日期 YYYY-MM-DD 或年份；缺省为实际值中最晚的日期",
    "information date YYYY-MM-DD or a year; default: the latest date of the observations",
  ),
  publicOption: plain("不含任何内部数据", "leave every internal value out"),
  parquetOption: plain("另存为 Parquet（results.parquet）", "also write the results as Parquet (results.parquet)"),
  langOption: plain("语言；缺省随系统", "language; default: that of the system"),
  jsonOption: plain("打印供程序读取的 JSON", "print JSON for programs"),
  identitiesOption: plain(
    "另用小样本核对每个情景下的全部恒等式",
    "also check every identity of the model on a small sample of each scenario",
  ),
  scenarioOption: plain("显示哪个情景的数值", "scenario whose values are shown"),
  writeOption: plain("把全部 Schema 写入数据和情景目录", "write all schemas into the folders of data and scenarios"),
  noCommand: plain("请给出命令。", "say which command to run."),
  tooFewArguments: plain("参数不够：给出 %s 个，至少要 %s 个", "too few arguments: got %s, need at least %s"),
  tooManyArguments: plain("参数太多：给出 %s 个，最多 %s 个", "too many arguments: got %s, at most %s are known"),
  tryHelp: (p: { command: string }): Bilingual => ({
    zh: `用 \`${p.command}\` 查看用法。`,
    en: `see \`${p.command}\`.`,
  }),
  wrongDraws: (p: { given: string; limit: string }): Bilingual => ({
    zh: `--draws 要 1 到 ${p.limit} 的整数，给出的是 ${p.given}。`,
    en: `--draws must be a whole number from 1 to ${p.limit}; got ${p.given}.`,
  }),
  wrongSeed: (p: { given: string }): Bilingual => ({
    zh: `--seed 要不小于 0 的整数，给出的是 ${p.given}。`,
    en: `--seed must be a whole number from 0 on; got ${p.given}.`,
  }),
  wrongWorkers: (p: { given: string; limit: string }): Bilingual => ({
    zh: `--workers 要 0 到 ${p.limit} 的整数，给出的是 ${p.given}。`,
    en: `--workers must be a whole number from 0 to ${p.limit}; got ${p.given}.`,
  }),
  wrongDate: (p: { given: string }): Bilingual => ({
    zh: `--as-of 要日期（如 2023-12-31）或年份（如 2023），给出的是 ${p.given}。`,
    en: `--as-of must be a date such as 2023-12-31 or a year such as 2023; got ${p.given}.`,
  }),
  noRegion: (p: { folder: string }): Bilingual => ({
    zh: `目录 \`${p.folder}\` 里没有地区，即含有 plan.yaml 的子目录；用 --data 指明数据目录。`,
    en: `the folder \`${p.folder}\` holds no region, a folder with a plan.yaml; say where the data are with --data.`,
  }),
  severalRegions: (p: { known: string }): Bilingual => ({
    zh: `有几个地区，请用 --region 选一个：${p.known}。`,
    en: `there are several regions; choose one with --region: ${p.known}.`,
  }),
  unknownScenario: (p: { name: string; choice: Bilingual }): Bilingual => ({
    zh: `没有情景 \`${p.name}\`。${p.choice.zh}`,
    en: `there is no scenario \`${p.name}\`: ${p.choice.en}`,
  }),
  unknownName: (p: { name: string; choice: Bilingual }): Bilingual => ({
    zh: `没有名称 \`${p.name}\`。${p.choice.zh}`,
    en: `there is no name \`${p.name}\`: ${p.choice.en}`,
  }),
  unknownKind: (p: { name: string; choice: Bilingual }): Bilingual => ({
    zh: `没有这种文件：\`${p.name}\`。${p.choice.zh}`,
    en: `there is no kind of file \`${p.name}\`: ${p.choice.en}`,
  }),
  cannotWrite: (p: { path: string; reason: string }): Bilingual => ({
    zh: `无法写入 \`${p.path}\`（${p.reason}）。`,
    en: `cannot write to \`${p.path}\` (${p.reason}).`,
  }),
  ourFault: (p: { message: string }): Bilingual => ({
    zh: `这是 planreach 自身的错误，不是输入文件的问题：${p.message}`,
    en: `this is a fault of planreach, not of your files: ${p.message}`,
  }),
  debugHint: plain(
    "设 PLANREACH_DEBUG=1 再运行一次，可看到出错位置。",
    "Run again with PLANREACH_DEBUG=1 to see where it happened.",
  ),
} as const;
