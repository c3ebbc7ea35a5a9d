import { cloneElement, Fragment, isValidElement } from 'react';
import { sentOnce, still } from './still';
import { StillBody } from './still-body';

type Props = Record<string, unknown> & { children?: React.ReactNode };
type Host = React.ReactElement<Props, string>;

/**
 * The same page, of which all that nothing changes in the browser stands still: drawn at once and sent once. What is
 * left of the tree, which a browser begins from, are forms and client components and the elements around them. Every
 * frame hands its page through here, so that no page has to say what of it stands. See
 * docs/decisions/0018-what-a-page-costs.md.
 */
export async function standing(page: React.ReactNode): Promise<React.ReactNode> {
  const settled = await settle(page);
  return standNode(settled, measured());
}

/** Everything that waits or asks is gone: elements, texts and client components are left. */
function settle(node: React.ReactNode): React.ReactNode | Promise<React.ReactNode> {
  if (Array.isArray(node)) {
    const settled = node.map(settle);
    return settled.some(isPromise) ? Promise.all(settled) : (settled as React.ReactNode[]);
  }
  if (isPromise(node)) return node.then(settle);
  if (!isValidElement<Props>(node)) return node;
  const { type, props } = node;
  if (typeof type === 'function' && !isOfTheBrowser(type)) {
    const drawn = settle((type as (props: Props) => React.ReactNode)(props));
    if (node.key === null) return drawn;
    return isPromise(drawn) ? drawn.then((it) => keyed(it, node.key)) : keyed(drawn, node.key);
  }
  if (props.children === undefined) return node;
  const children = settle(props.children);
  if (children === props.children) return node;
  return isPromise(children)
    ? children.then((it) => withChildren(node, it))
    : withChildren(node, children);
}

const isPromise = (it: unknown): it is Promise<React.ReactNode> =>
  typeof it === 'object' && it !== null && 'then' in it;

/** A client component: here stands only a reference to it. */
const isOfTheBrowser = (type: object): boolean =>
  (type as { $$typeof?: symbol }).$$typeof === Symbol.for('react.client.reference');

const keyed = (node: React.ReactNode, key: React.Key | null): React.ReactNode => (
  <Fragment key={key}>{node}</Fragment>
);

/** Handed over one by one where they stood one by one: React asks lists alone for keys. */
function withChildren(node: React.ReactElement<Props>, children: React.ReactNode) {
  const { children: before } = node.props;
  const listed = Array.isArray(children) && Array.isArray(before) && !isKeyed(before);
  return listed
    ? cloneElement(node, undefined, ...(children as React.ReactNode[]))
    : cloneElement(node, undefined, children);
}

const isKeyed = (list: readonly React.ReactNode[]): boolean =>
  list.some((it) => isValidElement(it) && it.key !== null);

/** Elements people change, or which React itself puts elsewhere or asks for early. */
const changing = new Set(
  'audio base body button details dialog form head html iframe input link main meta object script select style textarea title video'.split(
    ' ',
  ),
);

/** A few elements cost more to hold apart than to build twice. */
const fewest = 3;

interface Measure {
  /** Something beneath may change in the browser. */
  lives: boolean;
  elements: number;
}

type MeasureOf = (node: React.ReactNode) => Measure;

/** Each element is looked through once. */
function measured(): MeasureOf {
  const known = new WeakMap<object, Measure>();
  const measure = (node: React.ReactNode): Measure => {
    if (typeof node !== 'object' || node === null) return { lives: false, elements: 0 };
    const before = known.get(node);
    if (before) return before;
    const found = look(node);
    known.set(node, found);
    return found;
  };
  const look = (node: object): Measure => {
    if (Array.isArray(node)) return node.map(measure).reduce(sum, { lives: false, elements: 0 });
    if (!isValidElement<Props>(node)) return { lives: true, elements: 0 };
    const within = measure(node.props.children);
    const own = isHost(node) ? 1 : 0;
    const lives = within.lives || !(isHost(node) ? standsStill(node) : node.type === Fragment);
    return { lives, elements: within.elements + own };
  };
  return measure;
}

const sum = (a: Measure, b: Measure): Measure => ({
  lives: a.lives || b.lives,
  elements: a.elements + b.elements,
});

const isHost = (node: React.ReactElement<Props>): node is Host => typeof node.type === 'string';

function standsStill({ type, props }: Host): boolean {
  if (changing.has(type) || props.dangerouslySetInnerHTML !== undefined) return false;
  // Of pictures to be shown at once the browser hears before it comes to them.
  if (type === 'img' && props.loading !== 'lazy') return false;
  return true;
}

async function standNode(node: React.ReactNode, measure: MeasureOf): Promise<React.ReactNode> {
  if (Array.isArray(node)) return Promise.all(node.map((it) => standNode(it, measure)));
  if (!isValidElement<Props>(node)) return node;
  const { lives, elements } = measure(node);
  if (!lives && elements < fewest) return node;
  if (!lives && isHost(node)) {
    const { children, ...rest } = node.props;
    const markup = sentOnce(await still(children));
    return <StillBody key={node.key} as={node.type} {...rest} markup={markup} />;
  }
  const { children } = node.props;
  if (children === undefined) return node;
  const stood = await standNode(children, measure);
  return withChildren(node, stood);
}
