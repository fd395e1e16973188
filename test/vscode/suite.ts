import './records';
import './detector';

/** Everything here runs inside VS Code, on a copy of `examples/` as the workspace. */
export { run } from '../host/suite';
