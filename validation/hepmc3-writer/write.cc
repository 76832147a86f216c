// Writes the same two events with HepMC3's own writers, for the tests of Umbriel's readers.
//
//   g++ -std=c++17 -o write write.cc -lHepMC3      (Debian: g++, libhepmc3-dev)
//   ./write FOLDER        makes events.hepmc3 (Asciiv3), events.hepmc2 (IO_GenEvent), events.hepevt
#include <HepMC3/GenEvent.h>
#include <HepMC3/GenParticle.h>
#include <HepMC3/GenRunInfo.h>
#include <HepMC3/GenVertex.h>
#include <HepMC3/Units.h>
#include <HepMC3/WriterAscii.h>
#include <HepMC3/WriterAsciiHepMC2.h>
#include <HepMC3/WriterHEPEVT.h>

#include <memory>
#include <string>

using namespace HepMC3;

namespace {

// nu_mu Ar -> N Ar at (10, 20, 300) mm, N -> e+ e- nu_mu 40 mm further on; event k has k MeV more in the electron.
GenEvent make(std::shared_ptr<GenRunInfo> run, int k) {
  GenEvent event(run, Units::GEV, Units::MM);
  event.set_event_number(7 + k);
  event.weights() = {1.25 + k};
  auto beam = std::make_shared<GenParticle>(FourVector(0, 0, 0.8, 0.8), 14, 4);
  auto target = std::make_shared<GenParticle>(FourVector(0, 0, 0, 37.2155), 1000180400, 4);
  auto heavy = std::make_shared<GenParticle>(FourVector(0.01, 0.02, 0.78, 0.7875), 5914, 2);
  auto recoil = std::make_shared<GenParticle>(FourVector(-0.01, -0.02, 0.02, 37.228), 1000180400, 1);
  auto electron = std::make_shared<GenParticle>(FourVector(0.004, 0, 0.3 + 0.001 * k, 0.300027 + 0.001 * k), 11, 1);
  auto positron = std::make_shared<GenParticle>(FourVector(0.001, 0.01, 0.2, 0.200254), -11, 1);
  auto neutrino = std::make_shared<GenParticle>(FourVector(0.005, 0.01, 0.28, 0.280223), 12, 1);
  auto scattering = std::make_shared<GenVertex>(FourVector(10, 20, 300, 0));
  scattering->add_particle_in(beam);
  scattering->add_particle_in(target);
  scattering->add_particle_out(heavy);
  scattering->add_particle_out(recoil);
  auto decay = std::make_shared<GenVertex>(FourVector(10, 20, 340, 41));
  decay->add_particle_in(heavy);
  decay->add_particle_out(electron);
  decay->add_particle_out(positron);
  decay->add_particle_out(neutrino);
  event.add_vertex(scattering);
  event.add_vertex(decay);
  return event;
}

std::shared_ptr<GenRunInfo> run() {
  auto run = std::make_shared<GenRunInfo>();
  run->set_weight_names({"CV"});
  return run;
}

template <class T>
void write(T&& writer, std::shared_ptr<GenRunInfo> run) {
  for (int k = 0; k < 2; k++) writer.write_event(make(run, k));
  writer.close();
}

}  // namespace

int main(int, char** arguments) {
  const std::string folder = arguments[1];
  auto info = run();
  write(WriterAscii(folder + "/events.hepmc3", info), info);
  write(WriterAsciiHepMC2(folder + "/events.hepmc2", info), info);
  write(WriterHEPEVT(folder + "/events.hepevt"), info);
}
