// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
//     NODE_PATH=.../node_modules node uplotnode.cjs SAMPLES
//
// uPlot in Node: a page of jsdom whose canvases are those of @napi-rs/canvas, which is Skia.

const {JSDOM} = require("jsdom");
const {createCanvas, Path2D} = require("@napi-rs/canvas");

const {window} = new JSDOM("<div id='chart'></div>", {pretendToBeVisual: true});
window.matchMedia = () => ({addEventListener() {}, removeEventListener() {}});

const drawn = new WeakMap();
function canvasOf(element) {
    if (!drawn.has(element))
        drawn.set(element, createCanvas(300, 150));
    return drawn.get(element);
}
const canvases = window.HTMLCanvasElement.prototype;
canvases.getContext = function () {
    return canvasOf(this).getContext("2d");
};
for (const side of ["width", "height"]) {
    Object.defineProperty(canvases, side, {
        get() { return canvasOf(this)[side]; },
        set(length) { canvasOf(this)[side] = length; },
    });
}
const given = {window, Path2D, devicePixelRatio: 1};
for (const name of ["document", "navigator", "HTMLElement", "CustomEvent", "matchMedia",
                    "requestAnimationFrame"])
    given[name] = window[name];
for (const [name, value] of Object.entries(given))
    Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});

require("./uplotframes.js");
globalThis.uplotFrames(require("uplot"), Number(process.argv[2]),
                       window.document.getElementById("chart"))
    .then(result => {
        console.log(`>${result}<`);
        process.exit(0); // the page would go on
    });
