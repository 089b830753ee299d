/** A variable of the synthetic model: its formula, and what else stands in its entry. */
export interface SyntheticVariable {
  readonly name: string;
  readonly equation: string;
  readonly initial?: string;
  readonly over?: "age";
  readonly isReported?: boolean;
}

/** Names of sectors: a, b, … z, aa, ab, … */
export function sectorNames(count: number): string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  return Array.from({ length: count }, (_, i) => {
    const last = letters[i % letters.length] as string;
    return i < letters.length ? last : `${letters[Math.floor(i / letters.length) - 1]}${last}`;
  });
}

/** Twenty-one equations of people by age, their income and their health, which all sectors share. */
export function sharedVariables(sectors: readonly string[], lastGroup: number): SyntheticVariable[] {
  const growth = sectors.map((s) => `trend_${s} / ${sectors.length}`).join(" + ");
  const reported = (name: string, equation: string): SyntheticVariable => ({ name, equation, isReported: true });
  const byAge = (name: string, equation: string): SyntheticVariable => ({ name, equation, over: "age" });
  const moved = [
    '{when: "age == 0", value: "survivors[age] * stay[age] + births * move"}',
    `{when: "age == ${lastGroup}", value: "survivors[age] + survivors[age - 1] * move"}`,
    '{value: "survivors[age] * stay[age] + survivors[age - 1] * move"}',
  ];
  return [
    { name: "people", equation: `[${moved.join(", ")}]`, initial: "first_people[age]", over: "age" },
    { name: "income", equation: "prev(income) * (1 + income_growth)", initial: "1", isReported: true },
    {
      name: "user_deaths_so_far",
      equation: "prev(user_deaths_so_far) + all_user_deaths",
      initial: "0",
      isReported: true,
    },
    reported("all_people", "sum(prev(people[age]) over age)"),
    { name: "people_index", equation: "all_people / 11000" },
    { name: "workers", equation: "sum(prev(people[age]) * works[age] over age)" },
    { name: "elders", equation: "sum(prev(people[age]) * is_old[age] over age)" },
    reported("burden", "elders / max(workers, 1)"),
    reported("income_index", "prev(income) / max(people_index, 0.01)"),
    { name: "death_factor", equation: "frailty * exp(-0.15 * ln(max(income_index, 0.1)))" },
    byAge("death_rate", "min(0.9, base_death_rate[age] * death_factor)"),
    byAge("users", `prev(people[age]) * base_use[age] * (1 - 0.3 * prev(adopters_${sectors[0]}))`),
    byAge("user_deaths", "users[age] * death_rate[age] * 0.4"),
    byAge("deaths_by_age", "prev(people[age]) * death_rate[age] + user_deaths[age]"),
    byAge("survivors", "max(0, prev(people[age]) - deaths_by_age[age])"),
    reported(
      "births",
      "sum(prev(people[age]) * base_births[age] over age) * fertility / move * (1 - 0.1 * logistic(2 * (income_index - 1.5)))",
    ),
    reported("deaths", "sum(deaths_by_age[age] over age)"),
    reported("all_users", "sum(users[age] over age)"),
    reported("health_cost", "sum(users[age] * cost_a_user[age] over age)"),
    reported("all_user_deaths", "sum(user_deaths[age] over age)"),
    { name: "income_growth", equation: `${growth} - 0.002 * (burden - 0.3)` },
  ];
}

/** Names of the equations of a sector that are reported, in the first three sectors. */
const reportedOfSector = new Set([
  "emissions",
  "demand",
  "adopters",
  "price",
  "unit_cost",
  "building",
  "excess_deaths",
  "welfare",
  "all_emissions",
  "debt",
]);

/** Forty-one equations of a sector: demand, capacity, price, learning, adoption, emissions and what they do. */
const sectorEquations: readonly (readonly [name: string, equation: string, initial?: string])[] = [
  ["relative_price", "prev(price_$) / 1.2"],
  ["price_response", "exp(-elasticity_$ * ln(max(relative_price_$, 0.05)))"],
  ["wanted_demand", "100 * people_index * income_index * price_response_$"],
  ["demand_step", "(wanted_demand_$ - prev(demand_$)) / delay_$"],
  ["use", "min(1.2, prev(demand_$) / max(prev(capacity_$), 0.000001))"],
  ["use_signal", "lookup(use_signals, use_$)"],
  ["revenue", "prev(demand_$) * prev(price_$) * (1 - tax)"],
  ["wanted_building", "prev(capacity_$) * max(0, trend_$) + prev(capacity_$) / lifetime_$ * use_signal_$"],
  ["learning_factor", "exp(-learning_$ * ln(max(prev(knowledge_$), 1) / 10))"],
  ["unit_cost", "first_cost_$ * learning_factor_$"],
  ["affordable", "min(1, revenue_$ / max(wanted_building_$ * unit_cost_$ * 4, 0.001))"],
  ["building", "max(0, wanted_building_$ * affordable_$ * (1 + push_$))"],
  ["retirement", "prev(capacity_$) / lifetime_$ * (1 + 0.5 * shift_$)"],
  ["cost_ratio", "unit_cost_$ / (prev(price_$) + 0.1)"],
  ["appeal", "3 * (1 - cost_ratio_$) + ceiling_$ * prev(adopters_$) + 2 * push_$"],
  ["adoption_rate", "cleaning_$ * logistic(appeal_$)"],
  ["adoption", "adoption_rate_$ * prev(adopters_$) * max(0, 1 - prev(adopters_$) / ceiling_$)"],
  ["dropout", "prev(adopters_$) / (2 * lifetime_$)"],
  ["clean_share", "min(1, max(0, prev(adopters_$)))"],
  ["emission_intensity", "intensity_$ * (1 - clean_share_$ * cleaning_$) * (1 - 0.3 * shift_$)"],
  ["emissions", "prev(demand_$) * emission_intensity_$"],
  ["exposure", "emissions_$ / (people_index * 30 + 1)"],
  ["risk", "lookup(risks, exposure_$)"],
  ["excess_share", "(risk_$ - 1) / risk_$"],
  ["excess_deaths", "excess_share_$ * deaths * 0.1"],
  ["damage", "0.4 * (emissions_$ / 70) * sqrt(max(emissions_$, 0) / 70)"],
  ["spending", "building_$ * unit_cost_$ + prev(demand_$) * prev(price_$) * 0.1"],
  ["interest", "prev(debt_$) * (0.03 + 0.02 * logistic(prev(debt_$) / max(revenue_$, 0.1) - 1))"],
  ["surplus", "revenue_$ * 0.1 - spending_$ * 0.1 - interest_$ - 0.001 * gap_$ + 0.01 * is_clean_$"],
  ["price_signal", "lookup(price_signals, use_$)"],
  ["price_step", "prev(price_$) * (price_signal_$ - 1) / 3 + 0.02 * (unit_cost_$ - prev(price_$))"],
  ["gap", "max(0, emissions_$ - 60)"],
  ["is_clean", "if(emissions_$ <= 60, 1, 0)"],
  ["welfare", "ln(max(0.001, prev(demand_$) / people_index)) - damage_$ / (revenue_$ + 1)"],
  ["demand", "max(0.1, prev(demand_$) + demand_step_$)", "100"],
  ["capacity", "max(0.1, prev(capacity_$) + building_$ - retirement_$)", "115"],
  ["adopters", "prev(adopters_$) + adoption_$ - dropout_$", "0.05"],
  ["price", "max(0.05, prev(price_$) + price_step_$)", "1.2"],
  ["knowledge", "prev(knowledge_$) + building_$ * 0.1", "10"],
  ["debt", "max(0, prev(debt_$) - surplus_$)", "20"],
  ["all_emissions", "prev(all_emissions_$) + emissions_$", "0"],
];

/** Equations of one sector; the name of the sector ends each of their names. */
export function sectorVariables(sector: string, isReported: boolean): SyntheticVariable[] {
  const named = (text: string) => text.replaceAll("$", sector);
  return sectorEquations.map(([name, equation, initial]) => ({
    name: `${name}_${sector}`,
    equation: named(equation),
    ...(initial === undefined ? {} : { initial }),
    isReported: isReported && reportedOfSector.has(name),
  }));
}
