import type { Node } from "./compiled-model.ts";

/** The nodes directly below a node, in the order in which they are computed. */
export function childNodes(node: Node): readonly Node[] {
  switch (node.kind) {
    case "lookup":
      return [node.argument];
    case "noise":
      return [node.sd];
    case "negate":
    case "not":
      return [node.operand];
    case "arithmetic":
    case "compare":
    case "and":
    case "or":
      return [node.left, node.right];
    case "power":
      return [node.base, node.exponent];
    case "call":
      return node.arguments;
    case "if":
      return [node.condition, node.then, node.else];
    case "sum":
      return node.where ? [node.where, node.body] : [node.body];
    default:
      return [];
  }
}

/** Visit a node and everything below it, the node first. */
export function visitNodes(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of childNodes(node)) visitNodes(child, visit);
}

/** Whether any node of a tree satisfies a test. */
export function someNode(node: Node, test: (node: Node) => boolean): boolean {
  return test(node) || childNodes(node).some((child) => someNode(child, test));
}
