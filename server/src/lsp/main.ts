import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server';

// The transport (--stdio, --node-ipc, --socket=…) is told by the arguments.
serve(createConnection(ProposedFeatures.all));
