// The least an app's main can do: say that it is ready.
const { app } = require('electron');
void app.whenReady().then(() => { process.stderr.write('{"event":"app-ready"}\n'); });
