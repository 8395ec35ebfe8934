import { render } from 'preact';
import { Shell } from './shell/shell.tsx';
import './page.css';
import './report/report.css';
import './source/source.css';
import './upload/upload.css';

const page = document.getElementById('page');
if (!page) throw new Error('index.html has no element #page');
render(<Shell />, page);
