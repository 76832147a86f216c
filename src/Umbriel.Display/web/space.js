// The rotatable view: active volume, cryostat, wires, tracks and deposits. Detector axes: x drift, y up, z beam.
import { BoxGeometry, BufferAttribute, BufferGeometry, CanvasTexture, Color, ConeGeometry, CylinderGeometry, EdgesGeometry, Group, LineBasicMaterial, LineDashedMaterial, LineSegments, Mesh, MeshBasicMaterial, PerspectiveCamera, Points, PointsMaterial, SRGBColorSpace, Scene, Sprite, SpriteMaterial, Vector3, WebGLRenderer } from './three.module.js';

export class SpaceView {
  constructor(parent, detector) {
    Object.assign(this, { parent, detector, event: null, pending: false, labels: [], overlay: document.createElement('canvas') });
    this.overlay.id = 'overlay';
    this.renderer = new WebGLRenderer({ antialias: true });
    this.renderer.setClearColor(0xffffff);
    this.renderer.setPixelRatio(window.devicePixelRatio || 1);
    parent.prepend(this.renderer.domElement, this.overlay);
    this.renderer.domElement.setAttribute('aria-label', 'Detector and event in three dimensions; drag to rotate');
    this.camera = new PerspectiveCamera(32, 1, 1, 20000);
    this.scene = new Scene();
    this.tracks = new Group();
    this.deposits = new Group();
    this.found = new Group();
    this.starts = new Group();
    this.scene.add(this.tracks, this.deposits, this.found, this.starts);
    this.middle = new Vector3((detector.active[0] + detector.active[1]) / 2, (detector.active[2] + detector.active[3]) / 2, (detector.active[4] + detector.active[5]) / 2);
    this.target = this.middle.clone();
    // Seen from the wires' side, so that the beam goes to the right.
    Object.assign(this, { azimuth: 0.5, height: 0.32, distance: 1500 });
    this.box(detector.active, 0x1a1a1a, 0.75);
    if (detector.cryostat.some((v, i) => v !== detector.active[i])) this.box(detector.cryostat, 0x9aa3ad, 0.5);
    this.wires();
    this.axes();
    this.listen();
    new ResizeObserver(() => this.resize()).observe(parent);
    this.resize();
  }

  box(edges, colour, opacity) {
    const [x0, x1, y0, y1, z0, z1] = edges;
    const lines = new LineSegments(new EdgesGeometry(new BoxGeometry(x1 - x0, y1 - y0, z1 - z0)), new LineBasicMaterial({ color: colour, transparent: true, opacity }));
    lines.position.set((x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2);
    this.scene.add(lines);
  }

  /** A few wires of each plane. */
  wires() {
    const d = this.detector, [, , y0, y1, z0, z1] = d.active;
    const colours = [0x3d7edb, 0xd97706, 0x16976b];
    d.planes.forEach((plane, index) => {
      const points = [], every = Math.ceil(plane.wires / 30), x = d.anode - d.sign * plane.depth;
      for (let wire = Math.floor(every / 2); wire < plane.wires; wire += every) {
        const w = plane.first + wire * plane.pitch;
        // Along the wire: (y, z) = t (cos, sin) + w (−sin, cos), clipped to the frame.
        let low = -1e9, high = 1e9;
        for (const [origin, slope, a, b] of [[-w * plane.sin, plane.cos, y0, y1], [w * plane.cos, plane.sin, z0, z1]]) {
          if (Math.abs(slope) < 1e-12) continue;
          const p = (a - origin) / slope, q = (b - origin) / slope;
          low = Math.max(low, Math.min(p, q)); high = Math.min(high, Math.max(p, q));
        }
        if (high > low) for (const t of [low, high]) points.push(x, t * plane.cos - w * plane.sin, t * plane.sin + w * plane.cos);
      }
      this.scene.add(new LineSegments(geometry(new Float32Array(points)), new LineBasicMaterial({ color: colours[index % 3], transparent: true, opacity: 0.13 })));
    });
  }

  axes() {
    const [x0, x1, y0, y1, z0, z1] = this.detector.active, gap = 0.03 * (z1 - z0);
    this.text(`z (beam)  ${z0}…${z1} cm`, x0, y0 - gap, (z0 + z1) / 2);
    this.text(`y  ${y0}…${y1} cm`, x0, (y0 + y1) / 2, z0 - 2.5 * gap);
    this.text(`x (drift)  ${x0}…${x1} cm`, (x0 + x1) / 2, y1 + gap, z0);
  }

  text(content, x, y, z) {
    const canvas = document.createElement('canvas'), c = canvas.getContext('2d'), font = '40px system-ui, Arial, sans-serif';
    c.font = font;
    canvas.width = Math.ceil(c.measureText(content).width) + 8;
    canvas.height = 54;
    c.font = font; c.fillStyle = '#37506b'; c.textBaseline = 'middle';
    c.fillText(content, 4, 27);
    const map = new CanvasTexture(canvas);
    map.colorSpace = SRGBColorSpace;
    const sprite = new Sprite(new SpriteMaterial({ map, transparent: true, depthWrite: false, sizeAttenuation: false }));
    sprite.position.set(x, y, z);
    this.labels.push(sprite);
    this.scene.add(sprite);
  }

  resize() {
    const { clientWidth, clientHeight } = this.parent;
    this.renderer.setSize(clientWidth, clientHeight);
    this.camera.aspect = clientWidth / Math.max(1, clientHeight);
    this.camera.updateProjectionMatrix();
    // Labels are 15 px high at any distance.
    const size = 2 * Math.tan(this.camera.fov * Math.PI / 360) * 15 / Math.max(1, clientHeight);
    for (const { scale, material } of this.labels) scale.set(size * material.map.image.width / material.map.image.height, size, 1);
    const ratio = window.devicePixelRatio || 1;
    this.overlay.width = clientWidth * ratio;
    this.overlay.height = clientHeight * ratio;
    this.overlay.style.width = `${clientWidth}px`;
    this.overlay.style.height = `${clientHeight}px`;
    if (this.event && this.last) this.zoom(this.last);
    this.draw();
  }

  setEvent(event) {
    this.event = event;
    for (const group of [this.tracks, this.deposits]) for (const child of [...group.children]) { group.remove(child); child.geometry.dispose(); child.material.dispose(); }
    const segments = new Map();
    let point = 0;
    event.trackLengths.forEach((length, track) => {
      const style = event.trackStyles[track];
      if (!segments.has(style)) segments.set(style, []);
      const to = segments.get(style);
      for (let i = 0; i + 1 < length; i++) {
        const p = 4 * (point + i);
        to.push(event.trackPoints[p], event.trackPoints[p + 1], event.trackPoints[p + 2], event.trackPoints[p + 4], event.trackPoints[p + 5], event.trackPoints[p + 6]);
      }
      point += length;
    });
    for (const [style, points] of segments) {
      const { colour, charged } = this.detector.styles[style];
      const lines = new LineSegments(geometry(new Float32Array(points)), charged ? new LineBasicMaterial({ color: colour }) : new LineDashedMaterial({ color: colour, dashSize: 1.5, gapSize: 1.2, transparent: true, opacity: 0.8 }));
      if (!charged) lines.computeLineDistances();
      this.tracks.add(lines);
      // Lines are one pixel wide everywhere in WebGL; points on them make tracks of charged particles stand out.
      if (charged) this.tracks.add(new Points(lines.geometry.clone(), new PointsMaterial({ color: colour, size: 2.4 * (window.devicePixelRatio || 1), sizeAttenuation: false })));
    }
    const count = event.deposits.length / 5, places = new Float32Array(3 * count);
    for (let i = 0; i < count; i++) places.set(event.deposits.subarray(5 * i, 5 * i + 3), 3 * i);
    const cloud = geometry(places);
    cloud.setAttribute('color', new BufferAttribute(event.colours.rgb, 3, true));
    this.points = new Points(cloud, new PointsMaterial({ size: 2.6 * (window.devicePixelRatio || 1), sizeAttenuation: false, vertexColors: true }));
    this.linear();
    this.deposits.add(this.points);
    this.setFound(event);
    this.zoom(this.last ?? 'signal');
  }

  /** Space points by particle; the particles' starts and directions, and the vertex. */
  setFound(event) {
    for (const group of [this.found, this.starts]) for (const child of [...group.children]) { group.remove(child); child.geometry.dispose(); child.material.dispose(); }
    if (!event.found) return;
    const { points, pointParticles } = event, { particles, loose, vertex } = event.found, lists = new Map(), pixel = window.devicePixelRatio || 1;
    pointParticles.forEach((particle, i) => {
      if (!lists.has(particle)) lists.set(particle, []);
      lists.get(particle).push(points[3 * i], points[3 * i + 1], points[3 * i + 2]);
    });
    for (const [particle, list] of lists) {
      this.found.add(new Points(geometry(new Float32Array(list)), new PointsMaterial({ color: particle < 0 ? loose : particles[particle].colour, size: (particle < 0 ? 2 : 3) * pixel, sizeAttenuation: false })));
    }
    for (const { start, direction, length, colour } of particles) {
      this.arrow(new Vector3(...start), new Vector3(...direction), Math.min(30, Math.max(6, 0.5 * length)), colour);
      this.starts.add(new Points(geometry(new Float32Array(start)), new PointsMaterial({ color: colour, size: 8 * pixel, sizeAttenuation: false })));
    }
    if (vertex) this.starts.add(new Points(geometry(new Float32Array(vertex)), new PointsMaterial({ color: 0x000000, size: 10 * pixel, sizeAttenuation: false })));
  }

  /** A shaft and a head, darker than the points of the particle and never hidden by them. */
  arrow(start, direction, length, colour) {
    const material = new MeshBasicMaterial({ color: new Color(colour).multiplyScalar(0.35), depthTest: false });
    for (const [shape, middle] of [[new CylinderGeometry(0.018 * length, 0.018 * length, 0.75 * length, 10), 0.375], [new ConeGeometry(0.07 * length, 0.25 * length, 16), 0.875]]) {
      const mesh = new Mesh(shape, material);
      mesh.quaternion.setFromUnitVectors(new Vector3(0, 1, 0), direction);
      mesh.position.copy(start).addScaledVector(direction, middle * length);
      mesh.renderOrder = 1;
      this.starts.add(mesh);
    }
  }

  recolour() {
    this.points.geometry.setAttribute('color', new BufferAttribute(this.event.colours.rgb, 3, true));
    this.linear();
  }

  /** The colours are those of the screen (sRGB), the renderer expects linear ones. */
  linear() {
    const from = this.event.colours.rgb, to = new Float32Array(from.length);
    for (let i = 0; i < from.length; i++) { const v = from[i] / 255; to[i] = v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }
    this.points.geometry.setAttribute('color', new BufferAttribute(to, 3));
  }

  /** Deposits are all there is to see until something else is asked for, which hides them. */
  show({ truth, deposits, points, starts }) {
    this.tracks.visible = truth;
    this.found.visible = points;
    this.starts.visible = starts;
    this.deposits.visible = deposits || !(truth || this.event.found && (points || starts));
    this.draw();
  }

  zoom(what) {
    const d = this.detector.active;
    const whole = 0.62 * Math.hypot(d[1] - d[0], d[3] - d[2], d[5] - d[4]);
    let radius = whole;
    this.target.copy(this.middle);
    this.last = what;
    const deposits = this.event.deposits, count = deposits.length / 5;
    if (what !== 'detector' && count > 0) {
      let sum = 0;
      const mean = [0, 0, 0], spread = [0, 0, 0];
      for (const pass of [mean, spread]) for (let i = 0; i < count; i++) {
        const e = deposits[5 * i + 4];
        if (pass === mean) sum += e;
        for (let k = 0; k < 3; k++) pass[k] += pass === mean ? e * deposits[5 * i + k] : e * (deposits[5 * i + k] - mean[k] / sum) ** 2;
      }
      if (sum > 0) {
        this.target.set(mean[0] / sum, mean[1] / sum, mean[2] / sum);
        radius = Math.min(whole, Math.max(20, 2.2 * Math.sqrt((spread[0] + spread[1] + spread[2]) / sum)));
      }
      const p = this.event.primaries[0];
      if (what === 'vertex' && p) { this.target.set(p.x, p.y, p.z); radius = 30; }
    }
    this.distance = radius / Math.tan(this.camera.fov * Math.PI / 360) / Math.min(1, this.camera.aspect);
    this.draw();
  }

  listen() {
    const canvas = this.renderer.domElement;
    let from = null;
    canvas.addEventListener('contextmenu', e => e.preventDefault());
    canvas.addEventListener('pointerdown', e => { canvas.setPointerCapture(e.pointerId); from = [e.clientX, e.clientY, e.button !== 0 || e.shiftKey]; });
    canvas.addEventListener('pointerup', () => { from = null; });
    canvas.addEventListener('pointermove', e => {
      if (!from) return;
      const dx = e.clientX - from[0], dy = e.clientY - from[1];
      if (from[2]) {
        const scale = 2 * this.distance * Math.tan(this.camera.fov * Math.PI / 360) / this.parent.clientHeight;
        const right = new Vector3().setFromMatrixColumn(this.camera.matrix, 0), up = new Vector3().setFromMatrixColumn(this.camera.matrix, 1);
        this.target.addScaledVector(right, -dx * scale).addScaledVector(up, dy * scale);
      } else {
        this.azimuth += 0.008 * dx;
        this.height = Math.max(-1.55, Math.min(1.55, this.height + 0.008 * dy));
      }
      from[0] = e.clientX; from[1] = e.clientY;
      this.last = null;
      this.draw();
    });
    canvas.addEventListener('wheel', e => {
      e.preventDefault();
      this.distance = Math.max(5, Math.min(8000, this.distance * Math.exp(0.0012 * Math.max(-400, Math.min(400, e.deltaY)))));
      this.last = null;
      this.draw();
    }, { passive: false });
  }

  draw() {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      const flat = Math.cos(this.height);
      this.camera.position.set(
        this.target.x - this.distance * flat * Math.cos(this.azimuth),
        this.target.y + this.distance * Math.sin(this.height),
        this.target.z - this.distance * flat * Math.sin(this.azimuth));
      this.camera.lookAt(this.target);
      this.camera.updateMatrix();
      this.renderer.render(this.scene, this.camera);
      this.drawOverlay();
    });
  }

  /** Directions of the axes, and a scale bar that holds at the distance of the point looked at. */
  drawOverlay() {
    const ratio = window.devicePixelRatio || 1, c = this.overlay.getContext('2d'), { clientWidth: width, clientHeight: height } = this.parent;
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.clearRect(0, 0, width, height);
    c.strokeStyle = c.fillStyle = '#37506b';
    c.lineWidth = 1.5;
    c.font = '600 12px system-ui, Arial, sans-serif';
    c.textAlign = 'center'; c.textBaseline = 'middle';
    const inverse = this.camera.quaternion.clone().invert();
    for (const [name, x, y, z] of [['x', 1, 0, 0], ['y', 0, 1, 0], ['z', 0, 0, 1]]) {
      const v = new Vector3(x, y, z).applyQuaternion(inverse);
      c.beginPath(); c.moveTo(46, 46); c.lineTo(46 + 26 * v.x, 46 - 26 * v.y); c.stroke();
      c.fillText(name, 46 + 36 * v.x, 46 - 36 * v.y);
    }
    const perCm = height / (2 * this.distance * Math.tan(this.camera.fov * Math.PI / 360));
    const cm = [1, 2, 5, 10, 20, 50, 100, 200, 500].filter(v => v * perCm < 150).pop() ?? 1;
    c.lineWidth = 2.5;
    c.beginPath(); c.moveTo(width - 16 - cm * perCm, height - 14); c.lineTo(width - 16, height - 14); c.stroke();
    c.font = '11px system-ui, Arial, sans-serif';
    c.fillText(cm >= 100 ? `${cm / 100} m` : `${cm} cm`, width - 16 - cm * perCm / 2, height - 25);
  }
}

function geometry(points) {
  const result = new BufferGeometry();
  result.setAttribute('position', new BufferAttribute(points, 3));
  return result;
}
