import { type MarkName, viewBoxes } from './marks';
import { sentOnce, still } from './still';
import { StillBody } from './still-body';

function Drawing({ name, children }: { name: MarkName; children: React.ReactNode }) {
  return (
    <symbol id={`mark-${name}`} viewBox={viewBoxes[name]}>
      {children}
    </symbol>
  );
}

const octagon = 'M6.2 1h7.6L19 6.2v7.6L13.8 19H6.2L1 13.8V6.2Z';

function Ring({ r, width = 2 }: { r: number; width?: number }) {
  return <circle cx="12" cy="12" r={r} fill="none" stroke="currentColor" strokeWidth={width} />;
}

function Dot({ r = 3.5 }: { r?: number }) {
  return <circle cx="12" cy="12" r={r} fill="currentColor" />;
}

/** The ground that covers the bow of the story line behind a node. */
function Ground({ r = 11 }: { r?: number }) {
  return <circle cx="12" cy="12" r={r} className="under" />;
}

function Arc({ d, width = 2 }: { d: string; width?: number }) {
  return <path d={d} fill="none" stroke="currentColor" strokeWidth={width} strokeLinecap="round" />;
}

let drawn: Promise<string> | undefined;

/** All drawings, once per page; `Mark` points into it. */
export async function Sprite() {
  drawn ??= still(<Drawings />);
  return <StillBody as="svg" className="sprite" aria-hidden markup={sentOnce(await drawn)} />;
}

function Drawings() {
  return (
    <defs>
      <Drawing name="brand">
        <g className="brand-rings" fill="none" strokeWidth="2.5">
          <rect x="2.5" y="2.5" width="35" height="35" rx="14" />
          <rect x="9.5" y="9.5" width="21" height="21" rx="9" />
        </g>
        <circle cx="20" cy="20" r="4" fill="currentColor" />
      </Drawing>
      <StoryDrawings />
      <StatusDrawings />
      <DueDrawings />
      <Drawing name="stop">
        <path d={octagon} fill="currentColor" />
        <path d="M10 5v6M10 13v2" stroke="#fff" strokeWidth="2.2" />
      </Drawing>
      <Drawing name="back">
        <path d="M8 1 3 6l5 5" fill="none" stroke="currentColor" strokeWidth="2" />
      </Drawing>
    </defs>
  );
}

function StoryDrawings() {
  return (
    <>
      <Drawing name="said">
        <Ground />
        <Dot r={6.5} />
      </Drawing>
      <Drawing name="echo">
        <Ground />
        <Ring r={8.5} />
        <Dot />
      </Drawing>
      <Drawing name="answer">
        <Ground r={12} />
        <Ring r={10.5} width={1.75} />
        <Ring r={6.75} width={1.75} />
        <Dot r={3} />
      </Drawing>
      <Drawing name="wait">
        <Ground />
        <circle
          cx="12"
          cy="12"
          r="8.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeDasharray="3.2 3.475"
        />
      </Drawing>
      <Drawing name="note">
        <Ground />
        <rect
          x="6.5"
          y="6.5"
          width="11"
          height="11"
          className="under"
          stroke="currentColor"
          strokeWidth="1.75"
        />
      </Drawing>
    </>
  );
}

function StatusDrawings() {
  return (
    <>
      <Drawing name="filed">
        <Dot />
      </Drawing>
      <Drawing name="dispatched">
        <Dot />
        <Arc d="M12 5a7 7 0 0 1 7 7" />
      </Drawing>
      <Drawing name="accepted">
        <Dot />
        <Arc d="M12 5a7 7 0 0 1 0 14" />
      </Drawing>
      <Drawing name="contacted">
        <Dot />
        <Ring r={7} />
      </Drawing>
      <Drawing name="resolved">
        <Dot r={3} />
        <Ring r={6.25} width={1.75} />
        <Arc d="M12 1.75a10.25 10.25 0 0 1 0 20.5" width={1.75} />
      </Drawing>
      <Drawing name="closed">
        <Dot r={3} />
        <Ring r={6.25} width={1.75} />
        <Ring r={10.25} width={1.75} />
      </Drawing>
      <Drawing name="parked">
        <Arc d="M8.5 6v12M15.5 6v12" width={3} />
      </Drawing>
    </>
  );
}

function DueDrawings() {
  return (
    <>
      <Drawing name="due-ok">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="2" />
      </Drawing>
      <Drawing name="due-yellow">
        <path
          className="card-yellow"
          d="M10 2 19 18H1Z"
          strokeWidth="1.75"
          strokeLinejoin="round"
        />
        <path className="card-yellow" d="M10 8v4.5M10 14.4v1.4" strokeWidth="1.8" />
      </Drawing>
      <Drawing name="due-red">
        <path d={octagon} fill="currentColor" />
        <path className="card-red" d="M5.5 10h9" strokeWidth="3" />
      </Drawing>
      <Drawing name="due-park">
        <path d="M6.5 4v12M13.5 4v12" stroke="currentColor" strokeWidth="2.5" />
      </Drawing>
    </>
  );
}
