/** What every synthetic file says first: nobody may take it for data. */
export const syntheticMark =
  "# 合成数据，只用于测速，与任何真实地区无关。\n# SYNTHETIC, for benchmarks only; nothing here describes a real place.\n";

/** Elements of the dimensions of {@link syntheticModel}. */
export const syntheticSexes = ["female", "male"] as const;
export const syntheticAges = 101;
/** Bands of age, with the shares of people in work and of deaths a year that the model starts from. */
export const syntheticBands = [
  { band: "0..15", participation: 0, mortality: 0.0005 },
  { band: "16..24", participation: 0.35, mortality: 0.0005 },
  { band: "25..39", participation: 0.85, mortality: 0.001 },
  { band: "40..54", participation: 0.8, mortality: 0.003 },
  { band: "55..64", participation: 0.5, mortality: 0.008 },
  { band: "65..100", participation: 0.1, mortality: 0.06 },
] as const;

/** A county's model: people by sex and single year of age, work, insurance and skills. Its numbers are made up. */
export const syntheticModel = `${syntheticMark}sector: {id: synthetic, zh: 合成, en: Synthetic}
dimensions:
  sex: [${syntheticSexes.join(", ")}]
  age: 0..${syntheticAges - 1}
  age_group: {of: age, bands: [${syntheticBands.map(({ band }) => band).join(", ")}]}
variables:
  births:
    kind: flow
    label: {zh: 出生, en: Births}
    unit: 人
    equation: fertility * sum(prev(population[female, age]) over age where age >= 20 and age <= 39)
  survivors:
    label: {zh: 存活, en: Survivors}
    unit: 人
    over: [sex, age]
    equation: prev(population[sex, age]) * (1 - mortality[age_group] * mortality_level) * (1 + net_migration)
  population:
    label: {zh: 人口, en: Population}
    unit: 人
    over: [sex, age]
    initial: base_population[sex, age]
    equation:
      - when: age == 0
        value: births / 2
      - when: age == ${syntheticAges - 1}
        value: survivors[sex, ${syntheticAges - 2}] + survivors[sex, ${syntheticAges - 1}]
      - value: survivors[sex, age - 1]
  residents: {label: {zh: 常住人口, en: Residents}, unit: 人, report: true, initial: sum(population), equation: sum(population)}
  labour_force:
    label: {zh: 劳动力, en: Labour force}
    unit: 人
    report: true
    initial: sum(population * participation[age_group])
    equation: sum(population * participation[age_group])
  demand:
    label: {zh: 岗位需求, en: Jobs on offer}
    unit: 人
    initial: labour_force * (1 - idle_at_start)
    equation: prev(demand) * (1 + job_growth + local_growth + noise(job_shock, shock_sd))
  employed:
    label: {zh: 就业, en: People in work}
    unit: 人
    report: true
    initial: min(demand, labour_force)
    equation: min(demand, labour_force)
  employed_share:
    label: {zh: 就业率, en: Share in work}
    unit: 1
    report: true
    initial: employed / labour_force
    equation: employed / labour_force
  training:
    kind: flow
    label: {zh: 培训, en: Training places}
    unit: 人次
    report: true
    equation: training_rate * employed * training_volume
  certified:
    kind: stock
    label: {zh: 持证, en: People with a certificate}
    unit: 人
    report: true
    initial: certified_at_start * employed
    inflow: certificate_yield * training
    outflow: leaving_share * prev(certified)
  certified_share:
    label: {zh: 持证占比, en: Share with a certificate}
    unit: 1
    report: true
    initial: certified / employed
    equation: certified / employed
tables:
  base_population: {over: [sex, age], unit: 人, values: tables/base-population.csv, basis: assumption, source: synthetic}
  participation: {over: [age_group], unit: 1, values: tables/participation.csv, basis: assumption, source: synthetic}
  mortality: {over: [age_group], unit: 1, values: tables/mortality.csv, basis: assumption, source: synthetic}
assumptions:
  fertility: {unit: 1, distribution: "truncated_normal(0.05, 0.01, 0, 1)", basis: assumption, source: synthetic}
  mortality_level: {unit: 1, distribution: "uniform(0.9, 1.1)", basis: assumption, source: synthetic, shared: true}
  net_migration: {unit: 1, distribution: "normal(-0.002, 0.004)", basis: assumption, source: synthetic}
  idle_at_start: {unit: 1, distribution: "beta(5, 95)", basis: assumption, source: synthetic}
  job_growth: {unit: 1, distribution: "normal(0.004, 0.006)", basis: assumption, source: synthetic, shared: true}
  local_growth: {unit: 1, distribution: "normal(0, 0.006)", basis: assumption, source: synthetic}
  shock_sd: {unit: 1, value: 0.008, basis: assumption, source: synthetic}
  training_rate: {unit: 人次/人, distribution: "pert(0.02, 0.04, 0.08)", basis: assumption, source: synthetic}
  training_volume: {unit: 1, value: 1, basis: assumption, source: synthetic}
  certificate_yield: {unit: 人/人次, distribution: "pert(0.2, 0.3, 0.45)", basis: assumption, source: synthetic, shared: true}
  certified_at_start: {unit: 1, distribution: "uniform(0.18, 0.26)", basis: assumption, source: synthetic}
  leaving_share: {unit: 1, distribution: "uniform(0.02, 0.04)", basis: assumption, source: synthetic}
levers:
  more_training:
    label: {zh: 扩大培训, en: More training}
    acts_on: {training_volume: {multiply: "uniform(1.0, 1.5)"}}
`;
