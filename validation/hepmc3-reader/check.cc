// Reads a HepMC3 ASCII file with HepMC3's own reader and checks it.
//
//   g++ -O1 -o check check.cc -lHepMC3      (Debian: g++, libhepmc3-dev)
//   ./check events.hepmc3
//
// Fails (exit code 1, one line on stderr) on any warning of the library, a missing NuHepMC attribute, four-momentum not
// conserved at a vertex to 1e-9 of its energy, or a final particle off its mass shell. Prints, one "name value" a line,
// what the writer's test compares: events, sums of weights, energies and positions, smallest and largest mass defect.
#include <HepMC3/Attribute.h>
#include <HepMC3/GenEvent.h>
#include <HepMC3/GenParticle.h>
#include <HepMC3/GenRunInfo.h>
#include <HepMC3/GenVertex.h>
#include <HepMC3/ReaderAscii.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "check: %s\n", message.c_str());
  std::exit(1);
}

// Captures what the library prints, where its warnings go.
struct Capture {
  std::ostringstream text;
  std::streambuf* cerr = std::cerr.rdbuf(text.rdbuf());
  std::streambuf* cout = std::cout.rdbuf(text.rdbuf());
  ~Capture() {
    std::cerr.rdbuf(cerr);
    std::cout.rdbuf(cout);
  }
};

// HepMC3 3.1 has no vector attributes: the words of a string are read as T, all of them.
template <typename T>
std::vector<T> words(const std::string& text, const std::string& name) {
  std::istringstream in(text);
  std::vector<T> values;
  for (std::string word; in >> word;) {
    std::istringstream one(word);
    T value;
    if (!(one >> value) || one.peek() != EOF) fail(name + " holds " + word);
    values.push_back(value);
  }
  return values;
}

std::vector<int> listed(const HepMC3::GenRunInfo& run, const std::string& name) {
  const auto attribute = run.attribute<HepMC3::StringAttribute>(name);
  if (!attribute) fail("run attribute " + name + " is missing");
  return words<int>(attribute->value(), name);
}

void described(const HepMC3::GenRunInfo& run, const std::string& prefix, int id, bool withDescription) {
  const std::string base = prefix + "[" + std::to_string(id) + "]";
  const auto name = run.attribute<HepMC3::StringAttribute>(base + ".Name");
  if (!name || name->value().empty()) fail(base + ".Name is missing");
  if (!withDescription) return;
  const auto description = run.attribute<HepMC3::StringAttribute>(base + ".Description");
  if (!description || description->value().empty()) fail(base + ".Description is missing");
}

struct Declared {
  std::set<int> processes, vertices, particles;
};

// The requirements G.R.2 to G.R.11 of NuHepMC 1.0.0.
Declared checkRun(const HepMC3::GenRunInfo& run) {
  const auto major = run.attribute<HepMC3::IntAttribute>("NuHepMC.Version.Major");
  if (!major || major->value() != 1) fail("NuHepMC.Version.Major is not 1");
  for (const char* name : {"NuHepMC.Version.Minor", "NuHepMC.Version.Patch"})
    if (!run.attribute<HepMC3::IntAttribute>(name)) fail(std::string(name) + " is missing");
  for (const char* name : {"NuHepMC.Conventions", "NuHepMC.Units.CrossSection.Unit", "NuHepMC.Units.CrossSection.TargetScale"})
    if (!run.attribute<HepMC3::StringAttribute>(name)) fail(std::string(name) + " is missing");
  if (!run.attribute<HepMC3::DoubleAttribute>("NuHepMC.Exposure.POT")) fail("NuHepMC.Exposure.POT is missing");
  if (run.tools().empty() || run.tools()[0].name.empty() || run.tools()[0].version.empty()) fail("the generator is not named");
  if (run.weight_names() != std::vector<std::string>{"CV"}) fail("the weight names are not exactly CV");
  Declared declared;
  for (int id : listed(run, "NuHepMC.ProcessIDs")) described(run, "NuHepMC.ProcessInfo", id, true), declared.processes.insert(id);
  for (int id : listed(run, "NuHepMC.VertexStatusIDs")) described(run, "NuHepMC.VertexStatusInfo", id, true), declared.vertices.insert(id);
  for (int id : listed(run, "NuHepMC.ParticleStatusIDs")) described(run, "NuHepMC.ParticleStatusInfo", id, true), declared.particles.insert(id);
  for (int id : listed(run, "NuHepMC.AdditionalParticleNumbers")) described(run, "NuHepMC.AdditionalParticleNumber", id, false);
  return declared;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) fail("usage: check FILE");
  std::map<std::string, double> sums;
  std::map<int, long> byProcess;
  long events = 0;
  double worstVertex = 0.0, worstMass = 0.0;
  double pot = 0.0;
  {
    Capture capture;
    HepMC3::ReaderAscii reader(argv[1]);
    if (reader.failed()) fail("the file cannot be opened");
    Declared declared;
    std::set<int> numbers;
    while (true) {
      HepMC3::GenEvent event;
      if (!reader.read_event(event) || reader.failed()) break;
      if (events++ == 0) {
        declared = checkRun(*event.run_info());
        pot = event.run_info()->attribute<HepMC3::DoubleAttribute>("NuHepMC.Exposure.POT")->value();
      }
      const std::string where = "event " + std::to_string(event.event_number()) + ": ";
      if (!numbers.insert(event.event_number()).second || event.event_number() < 0) fail(where + "number used twice or negative");
      if (event.momentum_unit() != HepMC3::Units::GEV || event.length_unit() != HepMC3::Units::CM) fail(where + "units are not GEV CM");
      if (event.weights().size() != 1) fail(where + "not one weight");
      const auto process = event.attribute<HepMC3::IntAttribute>("signal_process_id");
      if (!process || !declared.processes.count(process->value())) fail(where + "signal_process_id missing or undeclared");
      const auto position = event.attribute<HepMC3::StringAttribute>("lab_pos");
      if (!position) fail(where + "lab_pos missing");
      const std::vector<double> scatter = words<double>(position->value(), "lab_pos");
      if (scatter.size() != 3) fail(where + "lab_pos has not three entries");
      byProcess[process->value()]++;
      int primaries = 0, beams = 0, targets = 0;
      for (const auto& vertex : event.vertices()) {
        if (!declared.vertices.count(vertex->status())) fail(where + "undeclared vertex status");
        primaries += vertex->status() == 1;
        double px = 0, py = 0, pz = 0, e = 0, scale = 0;
        for (const auto& in : vertex->particles_in()) {
          px += in->momentum().px(), py += in->momentum().py(), pz += in->momentum().pz(), e += in->momentum().e();
          scale += in->momentum().e();
        }
        for (const auto& out : vertex->particles_out())
          px -= out->momentum().px(), py -= out->momentum().py(), pz -= out->momentum().pz(), e -= out->momentum().e();
        worstVertex = std::max(worstVertex, (std::fabs(px) + std::fabs(py) + std::fabs(pz) + std::fabs(e)) / scale);
      }
      for (const auto& particle : event.particles()) {
        if (!declared.particles.count(particle->status())) fail(where + "undeclared particle status");
        beams += particle->status() == 4, targets += particle->status() == 20;
        const double m = particle->generated_mass(), energy = particle->momentum().e();
        worstMass = std::max(worstMass, std::fabs(particle->momentum().m2() - m * m) / (energy * energy));
        const int code = std::abs(particle->pid());
        if (particle->status() == 1 && code == 11) {
          sums[particle->pid() > 0 ? "electron_e" : "positron_e"] += energy;
          sums["pair_pz"] += particle->momentum().pz();
          const auto at = particle->production_vertex()->position();
          sums["vertex_x"] += 0.5 * at.x(), sums["vertex_y"] += 0.5 * at.y(), sums["vertex_z"] += 0.5 * at.z(), sums["vertex_ct"] += 0.5 * at.t();
        }
        if (particle->status() == 4) sums["neutrino_e"] += energy;
        if (particle->status() == 2 && (code == 5914 || code == 5915)) sums["dark_e"] += energy;
        if (code == 5921) sums["zprime"] += 1;
      }
      if (primaries != 1 || beams != 1 || targets != 1) fail(where + "not exactly one primary vertex, beam particle and target");
      sums["weight"] += event.weight("CV");
      sums["lab_x"] += scatter[0], sums["lab_z"] += scatter[2];
    }
    reader.close();
    const std::string said = capture.text.str();
    if (!said.empty()) fail("the library said: " + said.substr(0, said.find('\n')));
  }
  if (worstVertex > 1e-9) fail("four-momentum is not conserved: " + std::to_string(worstVertex));
  if (worstMass > 1e-7) fail("a particle is off its mass shell: (p^2 - m^2)/E^2 = " + std::to_string(worstMass));
  std::printf("events %ld\npot %.17g\nworst_vertex %.3g\nworst_mass %.3g\n", events, pot, worstVertex, worstMass);
  for (const auto& [id, count] : byProcess) std::printf("process_%d %ld\n", id, count);
  for (const auto& [name, value] : sums) std::printf("%s %.17g\n", name.c_str(), value);
  return 0;
}
