import type { Bilingual } from "../core/bilingual.ts";

/** What the parser's error codes mean, in our words. */
const reasons: Readonly<Record<string, Bilingual>> = {
  BAD_DQ_ESCAPE: {
    zh: "双引号里的反斜杠转义不对（可改用单引号）",
    en: "a backslash in double quotes starts no escape (single quotes take it as it is)",
  },
  BAD_INDENT: { zh: "缩进不对，或前面的括号没有闭合", en: "the indentation is wrong, or a bracket was not closed" },
  BAD_SCALAR_START: {
    zh: "值以 YAML 的保留字符（@、`、% 等）开头，要加引号",
    en: "a value begins with a character that YAML reserves (@, `, %) and must be quoted",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: "一行里有两个“: ”；含“: ”的文字要加引号",
    en: "the line holds a second `: `; quote a text that contains one",
  },
  BLOCK_IN_FLOW: { zh: "括号里不能用缩进的写法", en: "an indented block cannot stand inside brackets" },
  KEY_OVER_1024_CHARS: { zh: "键太长", en: "a key is too long" },
  MISSING_CHAR: { zh: "缺少引号、逗号、冒号或空格", en: "a quote, comma, colon or space is missing" },
  MULTILINE_IMPLICIT_KEY: { zh: "键占了多行，可能缺冒号", en: "a key goes over several lines; a colon may be missing" },
  UNEXPECTED_TOKEN: { zh: "这里不该有这个符号", en: "this is not expected here" },
};

/** Say what an error of syntax means; the parser's own words when its code is not known here. */
export function yamlReason(code: string, message: string): Bilingual {
  return reasons[code] ?? { zh: message, en: message };
}
